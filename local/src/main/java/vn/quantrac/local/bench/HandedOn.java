package vn.quantrac.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;

/** Waits until what ingestion has stored can be read at the other end. */
final class HandedOn {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final SuiteDoors doors;
    private final StoredReadings stored;
    private String token = "";

    HandedOn(SuiteDoors doors, StoredReadings stored) {
        this.doors = doors;
        this.stored = stored;
    }

    void await() throws IOException, InterruptedException, SQLException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (ministryHead() < stored.head()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Readings are not handed on within " + LONGEST);
            }
            Thread.sleep(100);
        }
    }

    private long ministryHead() throws IOException, InterruptedException {
        HttpResponse<String> answer = pull();
        if (answer.statusCode() == 401) {
            // A token lasts minutes, a backlog may last longer.
            token = token();
            answer = pull();
        }
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).get("head").asLong();
    }

    private HttpResponse<String> pull() throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(doors.gateway() + "/api/ministry/v1/readings?after=0&limit=1"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String token() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(
                                URI.create(doors.gateway() + "/auth/realms/quantrac/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=ministry"
                                + "&client_secret=ministry-demo-secret"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode token = JSON.readTree(answer.body()).get("access_token");
        if (token == null) {
            throw new IOException("No token: HTTP " + answer.statusCode() + " " + answer.body());
        }
        return token.asText();
    }
}
