package vn.quantrac.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static vn.quantrac.registry.Api.as;
import static vn.quantrac.registry.Api.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many stations are taken over in one call, all or none, and the registry is given in the same form. */
@QuarkusTest
@RealParts
class ExchangeIT {
    @Test
    void a_document_is_imported_whole_whatever_its_order_and_again_without_effect() {
        String document = Province.document("IMPA", 3);
        post("/import", document)
                .then()
                .statusCode(200)
                .body("created", equalTo(33))
                .body("problems", hasSize(0));
        as("operator").get("/datastreams?station=HG_IMPA_NUO001").then().body("items", hasSize(8));
        long head = Api.feed().getLong("head");
        post("/import", document)
                .then()
                .statusCode(200)
                .body("created", equalTo(0))
                .body("unchanged", equalTo(33));
        assertThat(Api.feed().getLong("head")).isEqualTo(head);
        post("/import", document.replace("Trạm thử", "Trạm mới"))
                .then()
                .statusCode(200)
                .body("changed", equalTo(3));
    }

    @Test
    void a_dry_run_reports_every_problem_with_its_row_and_changes_nothing() {
        String document = Province.document("IMPB", 3)
                .replaceFirst("9\\.93", "0")
                .replace("\"code\":\"IMPB2\",", "\"code\":\"IMPB2\",\"x\":1,")
                .replace("\"dischargeSource\":\"SIMPB3\"", "\"dischargeSource\":\"NONE\"");
        long head = Api.feed().getLong("head");
        JsonPath report = post("/import?dryRun=true", document)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .extract()
                .jsonPath();
        assertThat(report.getList("problems.collection", String.class))
                .containsExactlyInAnyOrder("stations", "instruments", "stations");
        assertThat(report.getString("problems.find{it.collection=='instruments'}.detail"))
                .contains("x: is not a field");
        assertThat(report.getInt("problems.find{it.collection=='instruments'}.row"))
                .isEqualTo(2);
        assertThat(report.getString("problems.find{it.row==3}.detail")).contains("NONE");
        post("/import", document)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/not-imported"))
                .body("problems", hasSize(3));
        as("operator").get("/stations/HG_IMPB_NUO002").then().statusCode(404);
        assertThat(Api.feed().getLong("head")).isEqualTo(head);
    }

    @Test
    void what_is_exported_can_be_imported_with_its_history() {
        String code = Api.station("GIAY");
        Api.seen(0)
                .body(Api.stationBody(code, "GIAY")
                        .replace("2020-01-01", "2024-01-01")
                        .replace("thử", "mới"))
                .put("/stations/" + code)
                .then()
                .statusCode(200);
        String exported = as("operator")
                .get("/export")
                .then()
                .statusCode(200)
                .body("stations.code", hasItem(code))
                .extract()
                .asString();
        assertThat(exported).doesNotContain("secretSha256");
        post("/import", exported)
                .then()
                .statusCode(200)
                .body("created", equalTo(0))
                .body("changed", equalTo(0));
        String elsewhere = Api.newCode("GIAY");
        String history = as("operator").get("/stations/" + code + "/history").asString();
        post(
                        "/import",
                        "{\"stations\":"
                                + history.substring("{\"items\":".length()).replace(code, elsewhere))
                .then()
                .statusCode(200);
        as("operator").get("/stations/" + elsewhere + "/history").then().body("items", hasSize(2));
        as("operator")
                .get("/stations/" + elsewhere + "?at=2022-01-01T00:00:00Z")
                .then()
                .body("nameVi", equalTo("Trạm thử"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"credentials\":[]}",
                "{\"stations\":{}}",
                "{\"stations\":[1]}",
                "[]",
                "{\"stations\":",
                "{\"x\":1}"
            })
    void a_document_that_is_none(String document) {
        post("/import", document).then().statusCode(400).body("type", equalTo("/problems/bad-body"));
    }

    @Test
    void what_is_wrong_with_a_row_is_no_failure() {
        post("/import", "{\"stations\":[{},{\"code\":5},{\"code\":\"a/b\"}]}")
                .then()
                .statusCode(422)
                .body("problems", hasSize(3));
        post("/import?dryRun=perhaps", "{}").then().statusCode(400).body("detail", containsString("dryRun"));
        post("/import", "{}").then().statusCode(200);
    }

    @Test
    void two_hundred_stations_are_taken_over_in_reasonable_time() {
        long began = System.nanoTime();
        post("/import", Province.document("IMPC", 200)).then().statusCode(200).body("created", equalTo(2_200));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Logger.getLogger(ExchangeIT.class).infof("2,200 entries imported in %s", took);
        assertThat(took).isLessThan(Duration.ofSeconds(60));
        began = System.nanoTime();
        Api.station("GIAY");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }
}
