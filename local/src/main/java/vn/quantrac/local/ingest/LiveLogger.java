package vn.quantrac.local.ingest;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import vn.quantrac.local.province.LargeProvince;

/**
 * A logger that goes on measuring while others send their backlogs: one reading every 100 ms. What is acknowledged is
 * committed, so it can be read from the feed from that moment on.
 */
final class LiveLogger implements AutoCloseable {
    private static final long INTERVAL = 100;

    private final Map<Integer, Long> sent = new ConcurrentHashMap<>();
    private final List<Double> millis = new CopyOnWriteArrayList<>();
    private final Vertx vertx;
    private final MqttClient client;
    private final String topic;
    private final long timer;

    LiveLogger(Vertx vertx, Doors doors, String station) throws Exception {
        this.vertx = vertx;
        this.topic = "quantrac/v1/stations/" + station + "/readings";
        this.client = MqttClient.create(
                vertx,
                new MqttClientOptions()
                        .setUsername(station)
                        .setPassword(doors.credentials().secretOf(station))
                        .setClientId("bench-live")
                        .setAckTimeout(-1)
                        .setMaxInflightQueue(10_000));
        client.publishCompletionHandler(id -> millis.add((System.nanoTime() - sent.remove(id)) / 1e6));
        client.connect(doors.mqtt().getPort(), doors.mqtt().getHost())
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        this.timer = vertx.setPeriodic(INTERVAL, tick -> publish());
    }

    private void publish() {
        String reading = Format.JSON.before()
                + Format.JSON.reading(
                        LargeProvince.PARAMETERS.get(0), Instant.now().truncatedTo(ChronoUnit.MILLIS), "25.5")
                + Format.JSON.after();
        long now = System.nanoTime();
        client.publish(
                        topic,
                        Buffer.buffer(reading.getBytes(StandardCharsets.UTF_8)),
                        MqttQoS.AT_LEAST_ONCE,
                        false,
                        false)
                .onSuccess(id -> sent.put(id, now));
    }

    /** The nearest-rank percentile of the times from PUBLISH to PUBACK, in milliseconds. */
    double percentile(int percent) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
        client.disconnect();
    }
}
