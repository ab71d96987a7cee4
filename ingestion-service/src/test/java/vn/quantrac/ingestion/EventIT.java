package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static vn.quantrac.ingestion.AdjustmentCalls.STATION;
import static vn.quantrac.ingestion.AdjustmentCalls.as;
import static vn.quantrac.ingestion.AdjustmentCalls.decide;
import static vn.quantrac.ingestion.AdjustmentCalls.proposed;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened to the data of a station can be asked. */
@QuarkusTest
@RealParts
class EventIT {
    @Inject
    Intaken intaken;

    private final AdjustmentCalls day = new AdjustmentCalls();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void what_a_logger_revised_and_people_adjusted_are_events_with_who_did_it() {
        day.sent("40", "41");
        day.sentAt(1, "42", "00");
        events("agency", "revised")
                .body("items.parameter", contains("COD"))
                .body("items.from", contains(millis(day.at(1))))
                .body("items.readings", contains(1))
                .body("items[0].telegram", notNullValue())
                .body("items[0].receivedAt", notNullValue());
        events("agency", "adjusted").body("items", empty());
        String id = proposed("operator", day.rule("offset", 1));
        decide("admin", id, "approve", "proposed").statusCode(200);
        events("agency", "adjusted")
                .body("items.adjustment", contains(id))
                .body("items.readings", contains(2))
                .body("items.from", contains(millis(day.at(0))))
                .body("items.to", contains(millis(day.at(1))));
        decide("operator", id, "withdraw", "approved").statusCode(200);
        decide("admin", id, "approve", "withdrawal-proposed").statusCode(200);
        events("agency", "withdrawn").body("items.adjustment", contains(id));
        events("agency", "revised").body("items", hasSize(1));
    }

    @Test
    void lateness_is_one_event_for_each_telegram_and_gaps_tell_how_much_is_missing() {
        send(Tt10.text(day.at(0), "COD→1→mg/L") + Tt10.text(day.at(1), "COD→2→mg/L"));
        send(Tt10.text(day.at(5), "COD→3→mg/L"));
        events("facility", "late").body("items.readings", contains(2, 1));
        events("facility", "gap")
                .body("items.from", contains(millis(day.at(1))))
                .body("items.to", contains(millis(day.at(5))))
                .body("items.readings", contains(3));
    }

    @Test
    void calibrating_for_more_than_two_hours_of_a_day_is_an_event() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 24; i++) {
            text.append(Tt10.line(day.at(i), "COD→" + i + "→mg/L", "01"));
        }
        send(text.toString());
        events("operator", "calibrating-long").body("items", empty());
        day.sentAt(25, "25", "01");
        events("operator", "calibrating-long")
                .body("items.readings", contains(25))
                .body("items.parameter", contains("COD"));
        day.sentAt(3, "3", "00");
        events("operator", "calibrating-long").body("items", empty());
    }

    @Test
    void a_clock_that_is_wrong_is_an_event_whether_its_readings_are_in_or_in_quarantine() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        send(Tt10.text(now.minus(7, ChronoUnit.HOURS), "TSS→1→mg/L"));
        send(Tt10.text(now.plus(7, ChronoUnit.HOURS), "TSS→1→mg/L", "pH→7→-"));
        String from = now.minus(8, ChronoUnit.HOURS).toString();
        String to = now.plus(1, ChronoUnit.HOURS).toString();
        events("operator", from, to, "clock-suspect", 200)
                .body("items.find { it.parameter == 'TSS' }.readings", equalTo(1));
        events("operator", from, to, "clock-ahead", 200).body("items[-1].readings", equalTo(2));
    }

    @Test
    void events_are_paged_and_shown_to_who_may_see_them() {
        day.sent("1", "2", "3");
        String next = as("operator")
                .queryParam("from", day.at(0).toString())
                .queryParam("to", day.end().toString())
                .queryParam("limit", 2)
                .get(STATION + "/events")
                .then()
                .statusCode(200)
                .body("items.type", contains("late", "late"))
                .extract()
                .path("next");
        as("operator")
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.from", contains(millis(day.at(2))));
        String from = day.at(0).toString();
        events("operator", from, day.end().toString(), "nonsense", 400);
        events("operator", from, from, "late", 400);
        events("compliance-service", from, day.end().toString(), "late", 403);
        as("operator")
                .queryParam("from", from)
                .queryParam("to", day.end().toString())
                .queryParam("after", "eA")
                .get(STATION + "/events")
                .then()
                .statusCode(400);
        as("facility")
                .get(
                        "/api/ingestion/v1/stations/HG_DUON_KHI001/events?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse events(String person, String type) {
        return events(person, day.at(0).toString(), day.end().toString(), type, 200);
    }

    private static ValidatableResponse events(String person, String from, String to, String type, int status) {
        return as(person)
                .queryParam("from", from)
                .queryParam("to", to)
                .queryParam("type", type)
                .get(STATION + "/events")
                .then()
                .statusCode(status);
    }

    private static String millis(Instant time) {
        return time.toString().replace("Z", ".000Z");
    }

    private static void send(String text) {
        given().auth()
                .preemptive()
                .basic(PAPER_MILL, secretOf(PAPER_MILL))
                .contentType("text/plain")
                .body(text)
                .post(STATION + "/telegrams")
                .then()
                .statusCode(200);
    }
}
