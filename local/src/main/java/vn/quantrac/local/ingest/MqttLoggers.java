package vn.quantrac.local.ingest;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** QoS 1, one connection a station, a bounded number of messages under way on each. */
record MqttLoggers(Vertx vertx, Doors doors, int underWay) implements Loggers {
    @Override
    public void send(List<Sending> sendings) throws Exception {
        Map<String, Logger> loggers = new HashMap<>();
        for (Sending sending : sendings) {
            loggers.computeIfAbsent(sending.station(), Logger::new).waiting.add(sending);
        }
        List<CompletableFuture<Void>> done = new ArrayList<>();
        loggers.values().forEach(logger -> done.add(logger.start()));
        CompletableFuture.allOf(done.toArray(CompletableFuture[]::new)).join();
    }

    /** Everything after the connect runs on the event loop of its connection. */
    private final class Logger {
        private final String station;
        private final String topic;
        private final List<Sending> waiting = new ArrayList<>();
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final MqttClient client;
        private int next;
        private int acknowledged;

        Logger(String station) {
            this.station = station;
            this.topic = "quantrac/v1/stations/" + station + "/readings";
            MqttClientOptions options = new MqttClientOptions()
                    .setUsername(station)
                    .setPassword(doors.credentials().secretOf(station))
                    .setClientId("bench-" + station)
                    .setAckTimeout(-1)
                    .setMaxInflightQueue(underWay + 1);
            this.client = MqttClient.create(vertx, options);
        }

        CompletableFuture<Void> start() {
            client.publishCompletionHandler(id -> acknowledged())
                    .closeHandler(closed -> done.completeExceptionally(
                            new IllegalStateException("The connection of " + station + " was closed")))
                    .connect(doors.mqtt().getPort(), doors.mqtt().getHost())
                    .onSuccess(connected -> {
                        for (int n = 0; n < underWay; n++) {
                            publish();
                        }
                    })
                    .onFailure(done::completeExceptionally);
            return done;
        }

        private void publish() {
            if (next < waiting.size()) {
                client.publish(
                        topic, Buffer.buffer(waiting.get(next++).content()), MqttQoS.AT_LEAST_ONCE, false, false);
            }
        }

        private void acknowledged() {
            if (++acknowledged == waiting.size()) {
                done.complete(null);
                client.disconnect();
            } else {
                publish();
            }
        }
    }
}
