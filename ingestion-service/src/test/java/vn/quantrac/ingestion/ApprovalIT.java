package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.quantrac.ingestion.AdjustmentCalls.STATION;
import static vn.quantrac.ingestion.AdjustmentCalls.as;
import static vn.quantrac.ingestion.AdjustmentCalls.decide;
import static vn.quantrac.ingestion.AdjustmentCalls.proposed;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data that an operator has approved are told from provisional ones. */
@QuarkusTest
@RealParts
class ApprovalIT {
    private static final String APPROVALS = STATION + "/approvals";

    @Inject
    Intaken intaken;

    private final AdjustmentCalls day = new AdjustmentCalls();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void what_was_there_is_approved_and_what_comes_or_changes_later_is_provisional() {
        day.sent("1", "2", "3");
        approve("operator", "key-1-" + day.at(0)).statusCode(201).body("approvedBy", equalTo("operator"));
        day.revisions("ministry").body("items.approved", contains(true, true, false));
        day.sentAt(0, "9", "00");
        String adjustment = proposed(
                "operator", day.readings(List.of(Map.of("time", day.at(1).toString(), "value", 5))));
        decide("admin", adjustment, "approve", "proposed").statusCode(200);
        day.revisions("ministry")
                .body("items.value", contains(1, 9, 2, 5, 3))
                .body("items.approved", contains(true, false, true, false, false))
                .body("items.state", contains("original", "original", "original", "adjusted", "original"));
        approve("admin", "key-2-" + day.at(0)).statusCode(201);
        day.revisions("ministry").body("items.approved", contains(true, true, true, true, false));
    }

    @Test
    void an_approval_can_be_revoked_and_stays_in_the_list() {
        day.sent("1");
        String key = "key-of-" + day.at(0);
        String id = approve("operator", key).extract().path("id");
        assertThat(approve("operator", key).statusCode(201).extract().<String>path("id"))
                .isEqualTo(id);
        list("agency", "?limit=1000").body("items.id", hasItem(id));
        String path = APPROVALS + "/" + id;
        as("operator").delete(path).then().statusCode(400);
        as("facility").queryParam("comment", "x").delete(path).then().statusCode(403);
        as("admin").queryParam("comment", "Sai trạm").delete(path).then().statusCode(204);
        as("operator").queryParam("comment", "again").delete(path).then().statusCode(204);
        day.revisions("operator").body("items.approved", contains(false));
        list("facility", "?limit=1000")
                .body("items.find { it.id == '" + id + "' }.revoked.by", equalTo("admin"))
                .body("items.find { it.id == '" + id + "' }.revoked.comment", equalTo("Sai trạm"))
                .body("items.find { it.id == '" + id + "' }.revoked.at", notNullValue());
        as("operator")
                .queryParam("comment", "x")
                .delete(APPROVALS + "/0198c7a0-0000-7000-8000-000000000001")
                .then()
                .statusCode(404);
    }

    @Test
    void only_operators_approve_and_a_period_has_to_be_one() {
        for (String other : List.of("facility", "agency", "ministry")) {
            approve(other, "key-of-" + other).statusCode(403);
        }
        for (Map<String, String> wrong : List.of(
                Map.of("from", day.at(1).toString(), "to", day.at(1).toString(), "comment", "x"),
                Map.of("from", day.at(0).toString(), "comment", "x"),
                Map.of("from", day.at(0).toString(), "to", day.at(1).toString()))) {
            as("operator")
                    .contentType("application/json")
                    .body(wrong)
                    .post(APPROVALS)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/bad-parameter"));
        }
    }

    @Test
    void revisions_are_paged_in_order_of_time_and_shown_to_who_may_see_them() {
        day.sent("1", "2", "3");
        day.sentAt(1, "4", "00");
        String next = as("facility")
                .queryParam("parameter", "COD")
                .queryParam("from", day.at(0).toString())
                .queryParam("to", day.end().toString())
                .queryParam("limit", 3)
                .get(STATION + "/readings")
                .then()
                .statusCode(200)
                .body("items.value", contains(1, 2, 4))
                .extract()
                .path("next");
        as("facility")
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.value", contains(3))
                .body("next", nullValue());
        day.revisions("compliance-service").statusCode(403);
        String stack =
                "/api/ingestion/v1/stations/HG_DUON_KHI001/readings?parameter=CO&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z";
        as("facility").get(stack).then().statusCode(403);
        as("ministry").get(stack).then().statusCode(200).body("items", empty());
        as("ministry").get(stack + "&after=x").then().statusCode(400);
        as("ministry").get(STATION + "/readings").then().statusCode(400);
        as("ministry")
                .get("/api/ingestion/v1/stations/HG_NONE_NUO009/readings?parameter=CO")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse approve(String person, String key) {
        return as(person)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("from", day.at(0).toString(), "to", day.at(2).toString(), "comment", "Đã đối chiếu"))
                .post(APPROVALS)
                .then();
    }

    private static ValidatableResponse list(String person, String query) {
        return as(person).get(APPROVALS + query).then().statusCode(200);
    }
}
