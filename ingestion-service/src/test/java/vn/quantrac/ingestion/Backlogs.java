package vn.quantrac.ingestion;

import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;

/** Sends streams of readings as the logger of a station. */
final class Backlogs {
    static final String HEAD = "parameter,time,value,unit,status\r\n";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Backlogs() {}

    /** As many lines below a head, a second apart. */
    static String csv(Instant from, int lines) {
        StringBuilder table = new StringBuilder(HEAD);
        for (int i = 0; i < lines; i++) {
            table.append(line(from.plusSeconds(i), i));
        }
        return table.toString();
    }

    static String line(Instant time, int value) {
        return "COD," + time + "," + value + ",mg/L,00\r\n";
    }

    static HttpRequest.Builder to(String station) {
        return request(station, path(station)).header("Content-Type", "text/csv");
    }

    /** Not a stream, for comparison. */
    static HttpRequest.Builder telegramTo(String station) {
        return request(station, "/api/ingestion/v1/stations/" + station + "/telegrams")
                .header("Content-Type", "text/plain");
    }

    private static HttpRequest.Builder request(String station, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + base64(station + ":" + secretOf(station)));
    }

    static String path(String station) {
        return "/api/ingestion/v1/stations/" + station + "/readings";
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static HttpResponse<String> send(HttpRequest.Builder request, String body) throws Exception {
        return send(request, body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpResponse<String> send(HttpRequest.Builder request, byte[] body) throws Exception {
        return HTTP.send(request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    }

    static CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request, String body) {
        return HTTP.sendAsync(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    static JsonPath taken(HttpRequest.Builder request, String body) throws Exception {
        return taken(send(request, body));
    }

    static JsonPath taken(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return JsonPath.from(response.body());
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
