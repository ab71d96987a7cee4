package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
                .body(containsString("ingestion_mqtt_connections"))
                .body(containsString("ingestion_registry_position"))
                .body(containsString("ingestion_registry_lag"));
    }

    @Test
    void it_is_ready_with_its_database_alone() {
        given().get(ready).then().statusCode(200).body("status", equalTo("UP")).body("checks.size()", equalTo(1));
    }

    @Test
    void the_interface_is_described() {
        given().get("/api/ingestion/v1/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/api/ingestion/v1/stations/{code}/telegrams"))
                .body(containsString("/api/ingestion/v1/stations/{code}/uploads"))
                .body(containsString("/api/ingestion/v1/stations/{code}/data-return"))
                .body(containsString("/api/ingestion/v1/stations/{code}/suspicions"))
                .body(containsString("/api/ingestion/v1/quarantine/replay"))
                .body(containsString("/api/ingestion/v1/telegrams/{id}/readings"));
    }
}
