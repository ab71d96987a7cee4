package vn.quantrac.local.province;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import vn.quantrac.local.CannotRunException;

/**
 * The registry's public API as the demo user {@code admin} reaches it through the gateway. What may pass by itself, such
 * as a service that is just starting, is asked again for a while.
 */
final class RegistryClient {
    private static final String TOKEN = "/auth/realms/quantrac/protocol/openid-connect/token";
    private static final String SIGN_IN =
            "grant_type=password&client_id=quantrac-cli&username=admin&password=admin-demo";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final long FIRST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 3_000;
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
    private static final int UNAUTHORIZED = 401;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String gateway;
    private final Duration patience;
    private String token;

    /** @param patience how long one question is asked again */
    RegistryClient(String gateway, Duration patience) {
        this.gateway = gateway;
        this.patience = patience;
    }

    /** What came of a request: its status and its JSON, which is missing when there was none. */
    record Answer(int status, JsonNode body) {
        boolean is(int wanted) {
            return status == wanted;
        }

        /** @param slug the last part of the problem's type */
        boolean isProblem(String slug) {
            return body.path("type").asText().endsWith("/problems/" + slug);
        }

        /** The reason of a refusal, in the words of the service. */
        String reason() {
            return status + " " + body.path("detail").asText(body.path("title").asText(""));
        }
    }

    Answer get(String path) throws InterruptedException {
        return ask("GET", path, null, null);
    }

    Answer post(String path, ObjectNode body) throws InterruptedException {
        return ask("POST", path, body, null);
    }

    /** @param version what is changed must still have it; null to create */
    Answer put(String path, ObjectNode body, Integer version) throws InterruptedException {
        return ask("PUT", path, body, version);
    }

    private Answer ask(String method, String path, ObjectNode body, Integer version) throws InterruptedException {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        return patiently("the registry", () -> {
            if (token == null) {
                token = signIn();
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + "/api/registry/v1" + path))
                    .timeout(TIMEOUT)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(method, content);
            if (version != null) {
                request.header("If-Match", "\"" + version + "\"");
            }
            Answer answer = answer(http.send(request.build(), BodyHandlers.ofString()));
            if (answer.is(UNAUTHORIZED)) {
                token = null;
                throw new IOException("the token is not taken");
            }
            return answer;
        });
    }

    private String signIn() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + TOKEN))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(SIGN_IN))
                .build();
        Answer answer = patiently("Keycloak", () -> {
            Answer said = answer(http.send(request, BodyHandlers.ofString()));
            if (said.is(404)) {
                // The realm is imported some seconds after Keycloak begins to answer.
                throw new IOException("there is no realm quantrac");
            }
            return said;
        });
        if (!answer.is(200)) {
            throw new CannotRunException("the demo user admin cannot sign in: " + answer.status() + " "
                    + answer.body().path("error_description").asText());
        }
        return answer.body().get("access_token").asText();
    }

    private interface Question {
        Answer ask() throws IOException, InterruptedException;
    }

    private Answer patiently(String whom, Question question) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE;
        while (true) {
            String trouble;
            try {
                Answer answer = question.ask();
                if (!PASSING.contains(answer.status())) {
                    return answer;
                }
                trouble = answer.reason();
            } catch (IOException e) {
                trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            }
            if (System.nanoTime() > deadline) {
                throw new CannotRunException("the sample province cannot be created, " + whom
                        + " did not answer within " + patience.toSeconds() + " s: " + trouble);
            }
            Thread.sleep(pause);
            pause = Math.min(LONGEST_PAUSE, pause * 2);
        }
    }

    private Answer answer(HttpResponse<String> response) throws IOException {
        String body = response.body();
        return new Answer(
                response.statusCode(), body.startsWith("{") ? json.readTree(body) : MissingNode.getInstance());
    }
}
