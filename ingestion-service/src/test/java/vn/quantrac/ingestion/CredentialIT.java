package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static vn.quantrac.ingestion.RegistryFixture.STACK;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the registry says of credentials takes effect without a restart. */
@QuarkusTest
@RealParts
class CredentialIT {
    @Inject
    Intaken intaken;

    @Inject
    Registrar registrar;

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void a_credential_is_rotated_without_an_outage() throws Exception {
        registrar.say(RegistryFixture.credential(0, "rotated", STACK, "new secret", null));
        Eventually.holds(() -> status("new secret") == 200 && status(secretOf(STACK)) == 200);
        registrar.say(RegistryFixture.credential(0, "rotated", STACK, "new secret", Instant.now()));
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
}
