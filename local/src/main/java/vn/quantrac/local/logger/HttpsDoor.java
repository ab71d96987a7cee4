package vn.quantrac.local.logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** JSON by POST through the gateway. */
final class HttpsDoor implements Door {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;
    private final String authorization;

    HttpsDoor(String gateway, String station, String secret) {
        this.address = URI.create(gateway + "/api/ingestion/v1/stations/" + station + "/telegrams");
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((station + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> send(Telegram telegram) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(telegram.json()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode());
        }
        JsonNode refusals = JSON.readTree(answer.body()).path("refusals");
        return refusals.isEmpty()
                ? Optional.empty()
                : Optional.of(refusals.get(0).toString());
    }
}
