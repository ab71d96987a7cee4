package vn.quantrac.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.Postgres;

/** What those who run the service see; the README calls it public. */
@QuarkusTest
@RealParts
class OperationsIT {
    /** Injected. */
    Postgres postgres;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @Test
    void the_metrics_have_the_names_of_the_readme() throws Exception {
        String code = Api.station("GIAY");
        Api.post("/stations", Api.stationBody(code, "GIAY")).then().statusCode(409);
        Eventually.holds(() -> given().get(metrics).asString().contains("registry_entries{kind=\"station\"}"));
        given().get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("registry_feed_head "))
                .body(not(containsString("registry_feed_head 0.0")))
                .body(containsString("registry_entries{kind=\"parameter\"}"))
                .body(containsString("registry_changes_total{kind=\"station\",outcome=\"accepted\"}"))
                .body(containsString("registry_changes_total{kind=\"station\",outcome=\"refused\"}"));
    }

    @Test
    void it_is_ready_with_its_database_alone() {
        given().get(ready)
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", everyItem(containsString("onnection")));
    }

    @Test
    void the_interface_is_described() {
        given().get("/api/registry/v1/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/api/registry/v1/stations/{station}/credentials"))
                .body(containsString("/api/registry/v1/import"));
    }

    @Test
    void a_database_that_was_away_is_used_again() throws Exception {
        String code = Api.station("GIAY");
        postgres.restart();
        Eventually.holds(() -> Api.as("operator").get("/stations/" + code).statusCode() == 200);
        Eventually.holds(() -> Api.seen(0)
                        .body(Api.stationBody(code, "GIAY").replace("Trạm thử", "Trạm mới"))
                        .put("/stations/" + code)
                        .statusCode()
                == 200);
    }
}
