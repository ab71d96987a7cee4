package vn.quantrac.registry;

import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A partner's device that reads what the broker retains, and whatever else is said. */
final class Subscriber implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Map<String, String> newest = new ConcurrentHashMap<>();
    private final StringBuffer everything = new StringBuffer();

    static Subscriber of(int port) throws Exception {
        return of(port, "#");
    }

    /** @param topics below the registry's own */
    static Subscriber of(int port, String topics) throws Exception {
        Subscriber subscriber = new Subscriber();
        MqttClient client = MqttClient.create(
                subscriber.vertx,
                new MqttClientOptions()
                        .setUsername("quantrac")
                        .setPassword("quantrac-test")
                        .setMaxMessageSize(1_048_576));
        client.publishHandler(message -> {
            String content = message.payload().toString(StandardCharsets.UTF_8);
            subscriber.newest.put(message.topicName(), content);
            subscriber.everything.append(message.topicName()).append(content);
        });
        client.connect(port, "localhost")
                .compose(connected -> client.subscribe("quantrac/v1/registry/" + topics, 1))
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        return subscriber;
    }

    /** The newest message of an entry; null when there was none, empty when it was withdrawn. */
    String entry(String type, String code) {
        return newest.get("quantrac/v1/registry/" + type + "/" + code);
    }

    /** Topics and contents of all messages so far. */
    String everything() {
        return everything.toString();
    }

    /** Of how many entries there was a message. */
    long count(String partOfTheirCodes) {
        return newest.keySet().stream()
                .filter(topic -> topic.contains(partOfTheirCodes))
                .count();
    }

    @Override
    public void close() {
        vertx.close();
    }
}
