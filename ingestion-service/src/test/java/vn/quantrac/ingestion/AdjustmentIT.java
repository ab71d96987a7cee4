package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.quantrac.ingestion.AdjustmentCalls.ADJUSTMENTS;
import static vn.quantrac.ingestion.AdjustmentCalls.adjustment;
import static vn.quantrac.ingestion.AdjustmentCalls.as;
import static vn.quantrac.ingestion.AdjustmentCalls.decide;
import static vn.quantrac.ingestion.AdjustmentCalls.propose;
import static vn.quantrac.ingestion.AdjustmentCalls.proposed;
import static vn.quantrac.ingestion.AdjustmentCalls.readingsOf;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People correct readings: what becomes current, that the original stays, and that everybody sees who did it. */
@QuarkusTest
@RealParts
class AdjustmentIT {
    @Inject
    Intaken intaken;

    private final AdjustmentCalls day = new AdjustmentCalls();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void a_rule_becomes_current_when_a_second_person_approves_and_the_original_stays() {
        day.sent("40", "50.0", "---", "20");
        String id = proposed("facility", day.rule("factor", 1.05, "offset", -1));
        readingsOf(id)
                .body("items.number", contains(1, 2))
                .body("items.original", contains(0, 0))
                .body("items.originalValue.collect { it as String }", contains("40", "50.0"))
                .body("items.value.collect { it as String }", contains("41.0", "51.5"))
                .body("items.flags", everyItem(contains("adjusted", "late")))
                .body("items.superseded", everyItem(equalTo(false)));
        assertThat(revisions(0)).containsExactly("40 00");
        decide("operator", id, "approve", "proposed")
                .statusCode(200)
                .body("state", equalTo("approved"))
                .body("readings", equalTo(2))
                .body("superseded", equalTo(0))
                .body("reason", equalTo("wrong-span"))
                .body("attachments.sha256", contains("ab".repeat(32)))
                .body("steps.step", contains("proposed", "approved"))
                .body("steps.person", contains("facility", "operator"))
                .body("steps.comment", contains("Sai dải đo từ lần hiệu chuẩn", "Đã kiểm tra"))
                .body("steps[1].at", notNullValue());
        assertThat(revisions(0)).containsExactly("40 00", "41.00 00");
        assertThat(revisions(1)).containsExactly("50.0 00", "51.500 00");
        assertThat(revisions(2)).containsExactly("null 00");
        assertThat(revisions(3)).containsExactly("20 00");
        intaken.mustBeWithoutGaps();
    }

    @Test
    void readings_one_by_one_get_another_status_or_value_and_flags_that_fit_it() {
        day.sentAt(0, "-3", "00");
        day.sentAt(1, "60", "00");
        String id = proposed(
                "operator",
                day.readings(List.of(
                        Map.of("time", day.at(0).toString(), "value", 3),
                        Map.of("time", day.at(1).toString(), "status", "01"))));
        decide("admin", id, "approve", "proposed").statusCode(200);
        assertThat(revisions(0)).containsExactly("-3 00", "3 00");
        assertThat(revisions(1)).containsExactly("60 00", "60 01");
        day.revisions("agency")
                .statusCode(200)
                .body("items.revision", contains(0, 1, 0, 1))
                .body("items[0].flags", contains("late", "negative", "out_of_range"))
                .body("items[1].flags", contains("adjusted", "late"))
                .body("items.state", contains("original", "adjusted", "original", "adjusted"))
                .body("items.current", contains(false, true, false, true))
                .body("items.approved", everyItem(equalTo(false)))
                .body("items[1].telegram", notNullValue())
                .body("items.adjustment", contains(null, id, null, id));
    }

    @Test
    void a_withdrawal_needs_a_second_person_too_and_brings_the_original_back_as_a_further_revision() {
        day.sent("40", "41");
        String id = proposed("operator", day.rule("status", "02"));
        decide("admin", id, "approve", "proposed").statusCode(200);
        decide("facility", id, "withdraw", "approved").statusCode(200).body("state", equalTo("withdrawal-proposed"));
        decide("operator", id, "reject", "withdrawal-proposed")
                .statusCode(200)
                .body("state", equalTo("approved"))
                .body("steps[3].step", equalTo("withdrawal-rejected"));
        decide("operator", id, "withdraw", "approved").statusCode(200);
        decide("operator", id, "approve", "withdrawal-proposed")
                .statusCode(403)
                .body("type", equalTo("/problems/four-eyes"));
        day.sentAt(1, "99", "00");
        decide("admin", id, "approve", "withdrawal-proposed")
                .statusCode(200)
                .body("state", equalTo("withdrawn"))
                .body("superseded", equalTo(1));
        assertThat(revisions(0)).containsExactly("40 00", "40 02", "40 00");
        assertThat(revisions(1)).containsExactly("41 00", "41 02", "99 00");
        day.revisions("ministry")
                .body("items.state", contains("original", "adjusted", "original", "original", "adjusted", "original"))
                .body("items[2].adjustment", equalTo(id))
                .body("items[2].flags", contains("late"));
        String again = proposed(
                "operator", day.readings(List.of(Map.of("time", day.at(0).toString(), "value", 4))));
        decide("admin", again, "approve", "proposed").statusCode(200);
        assertThat(revisions(0)).containsExactly("40 00", "40 02", "40 00", "4 00");
        intaken.mustBeWithoutGaps();
    }

    @Test
    void nobody_approves_or_rejects_what_is_their_own_and_facilities_decide_nothing() {
        day.sent("40");
        String id = proposed("operator", day.rule("offset", 1));
        for (String action : List.of("approve", "reject")) {
            decide("operator", id, action, "proposed").statusCode(403).body("type", equalTo("/problems/four-eyes"));
            decide("facility", id, action, "proposed").statusCode(403);
            decide("ministry", id, action, "proposed").statusCode(403);
        }
        decide("facility", id, "withdraw", "proposed")
                .statusCode(403)
                .body("type", equalTo("/problems/not-the-proposer"));
        decide("admin", id, "reject", "proposed").statusCode(200).body("state", equalTo("rejected"));
        decide("admin", id, "approve", "proposed").statusCode(409).body("type", equalTo("/problems/wrong-state"));
        decide("admin", id, "approve", "rejected").statusCode(409);
        assertThat(revisions(0)).containsExactly("40 00");
        String other = proposed("facility", day.rule("offset", 1));
        decide("facility", other, "withdraw", "proposed").statusCode(200).body("state", equalTo("cancelled"));
        decide("operator", other, "approve", "proposed").statusCode(409);
        assertThat(revisions(0)).containsExactly("40 00");
    }

    @Test
    void a_proposal_that_is_sent_again_is_one_and_a_decision_too() {
        day.sent("40");
        Map<String, Object> proposal = day.rule("offset", 1);
        String key = "key-of-" + day.at(0);
        String id = withKey(key, proposal, 201);
        assertThat(withKey(key, proposal, 201)).isEqualTo(id);
        withKey(key, day.rule("offset", 2), 422);
        withKey("short", proposal, 400);
        decide("admin", id, "approve", "proposed").statusCode(200);
        decide("admin", id, "approve", "proposed").statusCode(200).body("steps", hasSize(2));
        assertThat(revisions(0)).containsExactly("40 00", "41 00");
    }

    @Test
    void readings_that_are_adjusted_already_or_not_there_are_not_adjusted() {
        day.sent("40");
        String id = proposed("operator", day.rule("offset", 1));
        decide("admin", id, "approve", "proposed").statusCode(200);
        propose("operator", day.rule("offset", 1))
                .statusCode(409)
                .body("type", equalTo("/problems/already-adjusted"))
                .body("detail", equalTo("Withdraw first: " + id));
        propose("operator", day.readings(List.of(Map.of("time", day.at(9).toString(), "value", 1))))
                .statusCode(422)
                .body("type", equalTo("/problems/nothing-to-adjust"));
        propose("operator", day.rule("status", "00", "onlyStatus", "02"))
                .statusCode(422)
                .body("type", equalTo("/problems/nothing-to-adjust"));
    }

    @Test
    void a_reading_that_changed_since_it_was_proposed_is_not_adjusted_unseen() {
        day.sent("40", "41");
        String id = proposed("operator", day.rule("factor", 2));
        day.sentAt(1, "42", "00");
        adjustment("agency", id).statusCode(200).body("superseded", equalTo(1));
        readingsOf(id).body("items.superseded", contains(false, true));
        decide("admin", id, "approve", "proposed")
                .statusCode(409)
                .body("type", equalTo("/problems/adjustment-outdated"));
        adjustment("operator", id).body("state", equalTo("proposed")).body("steps", hasSize(1));
        assertThat(revisions(0)).containsExactly("40 00");
        assertThat(revisions(1)).containsExactly("41 00", "42 00");
    }

    @Test
    void what_a_logger_says_after_it_is_current_and_the_adjustment_visibly_superseded() {
        day.sent("40");
        String id = proposed("operator", day.rule("offset", 1));
        decide("admin", id, "approve", "proposed").statusCode(200).body("superseded", equalTo(0));
        day.sentAt(0, "55", "00");
        adjustment("ministry", id).body("state", equalTo("approved")).body("superseded", equalTo(1));
        readingsOf(id).body("items.superseded", contains(true));
        day.revisions("operator")
                .body("items.state", contains("original", "adjusted", "original"))
                .body("items.current", contains(false, false, true))
                .body("items.value", contains(40, 41, 55));
    }

    @Test
    void lists_are_paged_and_show_only_what_is_the_callers_to_see() {
        day.sent("1", "2", "3");
        List<String> ids = List.of(
                proposed("operator", day.rule("offset", 1)),
                proposed("facility", day.rule("offset", 2)),
                proposed("operator", day.rule("offset", 3)));
        String path = ADJUSTMENTS + "?state=proposed&station=" + PAPER_MILL;
        for (String reader : List.of("operator", "facility", "agency", "ministry")) {
            as(reader).get(path).then().statusCode(200).body("items.id", hasItem(ids.get(2)));
        }
        String next = as("ministry")
                .get(path + "&limit=1")
                .then()
                .statusCode(200)
                .extract()
                .path("next");
        as("ministry")
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        as("facility").get(ADJUSTMENTS + "?limit=1000").then().body("items.station", everyItem(equalTo(PAPER_MILL)));
        as("facility").get(ADJUSTMENTS + "?station=HG_DUON_KHI001").then().statusCode(403);
        as("operator").get(ADJUSTMENTS + "?state=nonsense").then().statusCode(400);
        as("operator").get(ADJUSTMENTS + "?limit=0").then().statusCode(400);
        as("compliance-service").get(path).then().statusCode(403);
        as("operator")
                .get(ADJUSTMENTS + "/0198c7a0-0000-7000-8000-000000000001")
                .then()
                .statusCode(404);
        String page = ADJUSTMENTS + "/" + ids.get(0) + "/readings?limit=2";
        String more = as("facility")
                .get(page)
                .then()
                .body("items.number", contains(1, 2))
                .extract()
                .path("next");
        as("facility").get(more).then().body("items.number", contains(3)).body("next", nullValue());
    }

    @Test
    void others_stations_are_not_proposed_for_and_what_is_said_badly_is_refused() {
        day.sent("1");
        Map<String, Object> foreign = day.rule("offset", 1);
        foreign.put("station", "HG_DUON_KHI001");
        propose("facility", foreign).statusCode(403);
        propose("ministry", day.rule("offset", 1)).statusCode(403);
        foreign.put("station", "HG_NONE_NUO009");
        propose("operator", foreign).statusCode(404);
        for (Map.Entry<String, Object> wrong : Map.of(
                        "parameter",
                        "",
                        "reason",
                        "because",
                        "explanation",
                        " ",
                        "attachments",
                        List.of(),
                        "readings",
                        List.of(),
                        "rule",
                        Map.of("from", day.at(0).toString(), "to", day.at(0).toString(), "offset", 1))
                .entrySet()) {
            Map<String, Object> proposal = day.rule("offset", 1);
            proposal.put(wrong.getKey(), wrong.getValue());
            propose("operator", proposal).statusCode(400).contentType("application/problem+json");
        }
        for (Object[] rule : List.of(
                new Object[] {},
                new Object[] {"factor", 0},
                new Object[] {"factor", 1e30},
                new Object[] {"status", "1"},
                new Object[] {"onlyStatus", "00"})) {
            propose("operator", day.rule(rule)).statusCode(400).body("type", equalTo("/problems/bad-adjustment"));
        }
        Map<String, Object> script = day.rule("offset", 1);
        script.put("attachments", List.of(Map.of("uri", "javascript:alert(1)", "sha256", "ab".repeat(32))));
        propose("operator", script).statusCode(400);
        script.put("attachments", List.of(Map.of("uri", "https://files.example/a.pdf", "sha256", "ab")));
        propose("operator", script).statusCode(400);
        as("operator")
                .contentType("application/json")
                .body("{")
                .post(ADJUSTMENTS)
                .then()
                .statusCode(400);
        as("operator").contentType("application/json").post(ADJUSTMENTS).then().statusCode(400);
    }

    private static String withKey(String key, Map<String, Object> proposal, int status) {
        return as("operator")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(proposal)
                .post(ADJUSTMENTS)
                .then()
                .statusCode(status)
                .extract()
                .path("id");
    }

    private List<String> revisions(int index) {
        return intaken.revisions(PAPER_MILL, "COD", day.at(index));
    }
}
