package vn.quantrac.local.bench;

import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** How long a reading takes from a logger's PUBLISH to the open data, one reading at a time on an idle suite. */
final class Latency {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final SuiteDoors doors;
    private final BenchStation station;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Double> millis = new ArrayList<>();

    Latency(SuiteDoors doors, BenchStation station) {
        this.doors = doors;
        this.station = station;
    }

    Latency measure(int samples) throws IOException, InterruptedException {
        Mqtt3AsyncClient logger = new MqttIntake(doors).connect(station);
        for (int n = 0; n < samples; n++) {
            millis.add(one(logger));
        }
        logger.disconnect();
        millis.sort(null);
        return this;
    }

    private double one(Mqtt3AsyncClient logger) throws IOException, InterruptedException {
        Instant time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String parameter = station.parameters().get(0);
        byte[] json = "{\"readings\":[{\"parameter\":\"%s\",\"time\":\"%s\",\"value\":5.5,\"status\":\"00\"}]}"
                .formatted(parameter, time)
                .getBytes(StandardCharsets.UTF_8);
        HttpRequest question = HttpRequest.newBuilder(URI.create(doors.gateway() + "/open/v1/observations?station="
                        + station.code() + "&parameter=" + parameter.replace(",", "%2C") + "&from=" + time + "&to="
                        + time))
                .build();
        long began = System.nanoTime();
        MqttIntake.publish(logger, new Telegram(station, json)).join();
        while (!http.send(question, HttpResponse.BodyHandlers.ofString()).body().contains("\"value\"")) {
            if (System.nanoTime() - began > LONGEST.toNanos()) {
                throw new IllegalStateException("A reading of " + time + " is not public within " + LONGEST);
            }
            // Within the quota of open data.
            Thread.sleep(5);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    /** The nearest-rank percentile. */
    double percentile(int percent) {
        return millis.get((int) Math.ceil(percent / 100.0 * millis.size()) - 1);
    }
}
