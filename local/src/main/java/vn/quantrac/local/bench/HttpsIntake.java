package vn.quantrac.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Bulk intake through the gateway: a few loggers at a time, a thousand readings in a request. */
final class HttpsIntake implements Intake.Way {
    static final int READINGS = 1_000;
    private static final int LOGGERS = 4;

    private final SuiteDoors doors;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpsIntake(SuiteDoors doors) {
        this.doors = doors;
    }

    @Override
    public void send(List<Telegram> telegrams) throws Exception {
        ConcurrentLinkedQueue<Telegram> waiting = new ConcurrentLinkedQueue<>(telegrams);
        ExecutorService loggers = Executors.newFixedThreadPool(LOGGERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int n = 0; n < LOGGERS; n++) {
                running.add(loggers.submit(() -> {
                    for (Telegram next = waiting.poll(); next != null; next = waiting.poll()) {
                        send(next);
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            loggers.shutdownNow();
        }
    }

    void send(Telegram telegram) throws IOException, InterruptedException {
        BenchStation station = telegram.station();
        String credentials = station.code() + ":" + station.secret();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(
                                doors.gateway() + "/api/ingestion/v1/stations/" + station.code() + "/telegrams"))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(telegram.json()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode() + " " + answer.body());
        }
    }
}
