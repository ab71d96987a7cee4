package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static vn.quantrac.ingestion.RegistryFixture.AIR;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.STACK;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.DemoTokens;

/** What readings say of each other, whatever the order in which they came. */
@QuarkusTest
@RealParts
class SuspicionIT {
    /** Days that no other test uses. */
    private static final Instant BEGIN =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(370, ChronoUnit.DAYS);

    @Inject
    Intaken intaken;

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void a_late_value_completes_a_run_and_a_revision_ends_it() {
        for (int i = 11; i >= 0; i--) {
            if (i != 5) {
                send(PAPER_MILL, at(i), "TSS→31.2→mg/L", "Flow→0→m3/h");
            }
        }
        suspicions("operator", PAPER_MILL, at(0), at(12)).body("items", empty());
        send(PAPER_MILL, at(5), "TSS→31.2→mg/L", "Flow→0→m3/h");
        suspicions("operator", PAPER_MILL, at(0), at(12))
                .body("items", hasSize(12))
                .body("items.parameter", everyItem(equalTo("TSS")))
                .body("items.flags", everyItem(contains("suspect_constant")));
        suspicions("facility", PAPER_MILL, at(3), at(4)).body("items", hasSize(1));
        send(PAPER_MILL, at(5), "TSS→31.3→mg/L");
        suspicions("operator", PAPER_MILL, at(0), at(12)).body("items", empty());
    }

    @Test
    void a_part_that_is_more_than_the_whole_is_suspect_like_it() {
        send(AIR, at(0), "PM10→40→ug/m3", "PM2,5→41→ug/m3");
        send(AIR, at(1), "PM10→40→ug/m3", "PM2,5→43→ug/m3");
        suspicions("operator", AIR, at(0), at(2))
                .body("items.parameter", contains("PM10", "PM2,5"))
                .body("items.value", contains(40, 43))
                .body("items.flags", everyItem(contains("part_above_whole")));
    }

    @Test
    void nothing_that_changes_in_what_flows_is_inconsistent() {
        // Values of no other test: one that is equal, whenever it was measured, makes the run longer.
        for (int i = 50; i < 62; i++) {
            send(PAPER_MILL, at(i), "Flow→" + i + "→m3/h", "COD→58.713→mg/L", "pH→6.917→-");
        }
        suspicions("operator", PAPER_MILL, at(50), at(51))
                .body("items.parameter", contains("COD", "Flow", "pH"))
                .body("items[0].flags", contains("inconsistent", "suspect_constant"))
                .body("items[1].flags", contains("inconsistent"));
        send(PAPER_MILL, at(50), "pH→6.918→-");
        suspicions("operator", PAPER_MILL, at(50), at(62)).body("items.parameter", everyItem(equalTo("COD")));
    }

    @Test
    void others_do_not_hear_of_it_and_a_period_has_to_be_one() {
        suspicions("facility", STACK, at(0), at(1), 403);
        suspicions("ministry", PAPER_MILL, at(0), at(1), 403);
        suspicions("operator", "HG_NONE_NUO009", at(0), at(1), 404);
        suspicions("operator", PAPER_MILL, at(1), at(0), 400).body("type", equalTo("/problems/bad-parameter"));
        suspicions("operator", PAPER_MILL, at(0), at(0).plus(32, ChronoUnit.DAYS), 400);
        suspicions("operator", PAPER_MILL, "yesterday", at(0), 400);
    }

    private static Instant at(int index) {
        return BEGIN.plusSeconds(300L * index);
    }

    private static void send(String station, Instant time, String... readings) {
        given().auth()
                .preemptive()
                .basic(station, RegistryFixture.secretOf(station))
                .contentType("text/plain")
                .body(Tt10.text(time, readings))
                .post("/api/ingestion/v1/stations/{code}/telegrams", station)
                .then()
                .statusCode(200)
                .body("quarantined", equalTo(0));
    }

    private static ValidatableResponse suspicions(String caller, String station, Instant from, Instant to) {
        return suspicions(caller, station, from, to, 200);
    }

    private static ValidatableResponse suspicions(String caller, String station, Object from, Object to, int status) {
        return given().auth()
                .oauth2(DemoTokens.of(caller))
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .get("/api/ingestion/v1/stations/{code}/suspicions", station)
                .then()
                .statusCode(status);
    }
}
