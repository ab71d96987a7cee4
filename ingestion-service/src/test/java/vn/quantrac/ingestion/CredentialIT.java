package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static vn.quantrac.ingestion.RegistryFixture.STACK;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.FeedEvent;

/** What the registry says of credentials takes effect without a restart. */
@QuarkusTest
@RealParts
class CredentialIT {
    @Inject
    Intaken intaken;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "QUANTRAC_REGISTRY_URL")
    URI registry;

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void a_credential_is_rotated_without_an_outage() throws Exception {
        say(RegistryFixture.credential(0, "rotated", STACK, "new secret", null));
        Eventually.holds(() -> status("new secret") == 200 && status(secretOf(STACK)) == 200);
        say(RegistryFixture.credential(0, "rotated", STACK, "new secret", Instant.now()));
        Eventually.holds(() -> status("new secret") == 401 && status(secretOf(STACK)) == 200);
    }

    private static int status(String secret) {
        return given().auth()
                .preemptive()
                .basic(STACK, secret)
                .contentType("text/plain")
                .body("")
                .post("/api/ingestion/v1/stations/" + STACK + "/telegrams")
                .statusCode();
    }

    private void say(FeedEvent event) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(registry.resolve("/api/registry/v1/feed"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(event)))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }
}
