package vn.quantrac.feeds;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.util.concurrent.TimeUnit;

/** Says something on the broker as another service would. */
public final class Announcements {
    private Announcements() {}

    public static void publish(int port, String topic, byte[] message) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            MqttClientOptions options = new MqttClientOptions()
                    .setUsername("quantrac")
                    .setPassword("quantrac-test")
                    .setMaxMessageSize(1_048_576);
            MqttClient client = MqttClient.create(vertx, options);
            client.connect(port, "localhost")
                    .compose(connected ->
                            client.publish(topic, Buffer.buffer(message), MqttQoS.AT_MOST_ONCE, false, false))
                    .compose(published -> client.disconnect())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
        } finally {
            vertx.close();
        }
    }
}
