package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Telegram;

/** What those who run the service see; the README calls it public. */
@QuarkusTest
@RealParts
class OperationsIT {
    @Inject
    Intaken intaken;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @TestHTTPResource(value = "/health/live", management = true)
    URL live;

    @Inject
    Intake intake;

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void the_metrics_have_the_names_of_the_readme() {
        given().auth()
                .preemptive()
                .basic(PAPER_MILL, secretOf(PAPER_MILL))
                .contentType("text/plain")
                .body("garbage")
                .post("/api/ingestion/v1/stations/" + PAPER_MILL + "/telegrams");
        given().get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("ingestion_telegrams_total{door=\"https\",outcome=\"rejected\"}"))
                .body(containsString("ingestion_readings_total{door=\"https\",outcome=\"quarantined\"}"))
                .body(containsString("ingestion_late_total{door=\"ftp\"}"))
                .body(containsString("ingestion_lag_seconds_count{door=\"mqtt\"}"))
                .body(containsString("ingestion_replayed_total{outcome=\"stored\"}"))
                .body(containsString("ingestion_commit_seconds_count"))
                .body(containsString("ingestion_waiting"))
                .body(containsString("ingestion_feed_head"))
                .body(containsString("ingestion_feed_lag"))
                .body(containsString("ingestion_feed_delay_seconds"))
                .body(containsString("ingestion_lag_seconds_count{door=\"broker\"}"))
                .body(containsString("ingestion_mqtt_connections"))
                .body(containsString("ingestion_registry_position"))
                .body(containsString("ingestion_registry_lag"));
    }

    @Test
    void it_is_ready_with_its_database_alone() {
        given().get(ready).then().statusCode(200).body("status", equalTo("UP")).body("checks.size()", equalTo(2));
    }

    @Test
    void it_is_not_ready_while_telegrams_wait_too_long_for_their_commit() throws Exception {
        CompletableFuture<Outcome> waiting;
        try (Handle blocked = intaken.blockCommits()) {
            waiting =
                    intake.accept(Telegram.of(Door.HTTPS, PAPER_MILL, null, "garbage".getBytes(UTF_8), Instant.now()));
            Eventually.holds(() -> given().get(ready).statusCode() == 503);
            given().get(live).then().statusCode(200);
            assertThat(waiting).isNotDone();
            blocked.rollback();
        }
        waiting.get(10, TimeUnit.SECONDS);
        given().get(ready).then().statusCode(200);
    }

    @Test
    void the_interface_is_described() {
        given().get("/api/ingestion/v1/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/api/ingestion/v1/stations/{code}/telegrams"))
                .body(containsString("/api/ingestion/v1/stations/{code}/uploads"))
                .body(containsString("/api/ingestion/v1/stations/{code}/readings"))
                .body(containsString("text/csv"))
                .body(containsString("Idempotency-Key"))
                .body(containsString("/api/ingestion/v1/stations/{code}/data-return"))
                .body(containsString("/api/ingestion/v1/stations/{code}/suspicions"))
                .body(containsString("/api/ingestion/v1/stations/{code}/readings"))
                .body(containsString("/api/ingestion/v1/stations/{code}/approvals"))
                .body(containsString("/api/ingestion/v1/stations/{code}/events"))
                .body(containsString("/api/ingestion/v1/adjustments/{id}/approve"))
                .body(containsString("/api/ingestion/v1/quarantine/replay"))
                .body(containsString("/api/ingestion/v1/telegrams/{id}/readings"));
    }
}
