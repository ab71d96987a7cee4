package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.quantrac.embedded.DemoTokens;

/** Calls of people who adjust the COD of the paper mill, on a day that no other test uses. */
final class AdjustmentCalls {
    static final String ADJUSTMENTS = "/api/ingestion/v1/adjustments";
    static final String STATION = "/api/ingestion/v1/stations/" + PAPER_MILL;
    static final Map<String, Object> EVIDENCE = Map.of(
            "name", "Biên bản hiệu chuẩn", "uri", "https://files.example/calibration.pdf", "sha256", "ab".repeat(32));
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final Instant begin =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(240L + DAYS.incrementAndGet(), ChronoUnit.DAYS);

    /** The time of a reading of the day, five minutes after the one before. */
    Instant at(int index) {
        return begin.plusSeconds(300L * index);
    }

    Instant end() {
        return begin.plus(1, ChronoUnit.DAYS);
    }

    /** One reading of COD after the other, from the beginning of the day. */
    void sent(String... values) {
        for (int i = 0; i < values.length; i++) {
            sentAt(i, values[i], "00");
        }
    }

    void sentAt(int index, String value, String status) {
        given().auth()
                .preemptive()
                .basic(PAPER_MILL, secretOf(PAPER_MILL))
                .contentType("text/plain")
                .body(Tt10.line(at(index), "COD→" + value + "→mg/L", status))
                .post(STATION + "/telegrams")
                .then()
                .statusCode(200)
                .body("quarantined", equalTo(0));
    }

    /** A proposal for the whole day. */
    Map<String, Object> rule(Object... change) {
        Map<String, Object> rule = new HashMap<>(Map.of("from", begin.toString(), "to", end().toString()));
        for (int i = 0; i < change.length; i += 2) {
            rule.put((String) change[i], change[i + 1]);
        }
        return proposal("rule", rule);
    }

    /** A proposal for some readings. */
    Map<String, Object> readings(List<Map<String, Object>> readings) {
        return proposal("readings", readings);
    }

    private static Map<String, Object> proposal(String kind, Object change) {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("station", PAPER_MILL);
        proposal.put("parameter", "COD");
        proposal.put("reason", "wrong-span");
        proposal.put("explanation", "Sai dải đo từ lần hiệu chuẩn");
        proposal.put("attachments", List.of(EVIDENCE));
        proposal.put(kind, change);
        return proposal;
    }

    static RequestSpecification as(String person) {
        return given().auth().oauth2(DemoTokens.of(person));
    }

    static ValidatableResponse propose(String person, Map<String, Object> proposal) {
        return as(person)
                .contentType("application/json")
                .body(proposal)
                .post(ADJUSTMENTS)
                .then();
    }

    static String proposed(String person, Map<String, Object> proposal) {
        return propose(person, proposal).statusCode(201).extract().path("id");
    }

    static ValidatableResponse decide(String person, String id, String action, String seen) {
        return decideWith(DemoTokens.of(person), id, action, seen);
    }

    /** With a token that was asked for before: Keycloak takes many sign-ins at once for an attack. */
    static ValidatableResponse decideWith(String token, String id, String action, String seen) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("state", seen, "comment", "Đã kiểm tra"))
                .post(ADJUSTMENTS + "/" + id + "/" + action)
                .then();
    }

    static ValidatableResponse adjustment(String person, String id) {
        return as(person).get(ADJUSTMENTS + "/" + id).then();
    }

    static ValidatableResponse readingsOf(String id) {
        return as("ministry").get(ADJUSTMENTS + "/" + id + "/readings").then().statusCode(200);
    }

    /** Every revision of the day, as somebody sees it. */
    ValidatableResponse revisions(String person) {
        return as(person)
                .queryParam("parameter", "COD")
                .queryParam("from", begin.toString())
                .queryParam("to", end().toString())
                .get(STATION + "/readings")
                .then();
    }
}
