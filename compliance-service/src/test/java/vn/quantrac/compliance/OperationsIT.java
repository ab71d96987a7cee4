package vn.quantrac.compliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.FeedServer;

/** What those who run the service see; the README calls it public. */
@QuarkusTest
class OperationsIT {
    FeedServer feeds;

    @Inject
    Jdbi jdbi;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @Test
    void the_metrics_have_the_names_of_the_readme() {
        Facts facts = new Facts(feeds);
        facts.parametersAreKnown();
        facts.outfall(7_000, "O7000", "COD");
        Instant start = Instant.parse("2026-10-31T17:00:00Z");
        facts.say(Facts.readings(7_000, "O7000", "COD", start, start.plus(Duration.ofDays(1)), "90"));
        new Judged(jdbi, feeds).await();

        given().get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("compliance_feed_position{feed=\"registry\"}"))
                .body(containsString("compliance_feed_position{feed=\"readings\"}"))
                .body(containsString("compliance_feed_lag{feed=\"readings\"}"))
                .body(containsString("compliance_feed_silence_seconds{feed=\"readings\"}"))
                .body(containsString("compliance_verdicts_total{type=\"mean\"}"))
                .body(containsString("compliance_verdicts_total{type=\"exceedance\"}"))
                .body(containsString("compliance_verdicts_total{type=\"applied-limit\"}"))
                .body(containsString("compliance_exceedances_open"));
    }

    @Test
    void it_is_ready_with_its_database_alone() {
        given().get(ready).then().statusCode(200).body("status", equalTo("UP")).body("checks.size()", equalTo(1));
    }

    @Test
    void the_interface_is_described() {
        given().get("/api/compliance/v1/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/api/compliance/v1/exceedances"))
                .body(containsString("/api/compliance/v1/limits/gaps"));
    }
}
