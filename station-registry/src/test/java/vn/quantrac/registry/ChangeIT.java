package vn.quantrac.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.quantrac.registry.Api.as;
import static vn.quantrac.registry.Api.post;
import static vn.quantrac.registry.Api.putDatastream;
import static vn.quantrac.registry.Api.seen;
import static vn.quantrac.registry.Api.station;
import static vn.quantrac.registry.Api.stationBody;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Nobody's change is lost, and nobody changes what they have not seen. */
@QuarkusTest
@RealParts
class ChangeIT {
    private static String from(String body, String instant) {
        return body.replace("2020-01-01T00:00:00Z", instant);
    }

    @Test
    void the_etag_of_an_older_period_does_not_let_one_overwrite_the_newest() {
        String code = station("GIAY");
        String body = stationBody(code, "GIAY");
        seen(0).body(from(body, "2024-01-01T00:00:00Z"))
                .put("/stations/" + code)
                .then()
                .statusCode(200);
        String older = as("operator")
                .get("/stations/" + code + "?at=2022-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        String newest = as("operator").get("/stations/" + code).header("ETag");
        assertThat(older).isNotEqualTo(newest);
        as("admin")
                .header("If-Match", older)
                .body(from(body, "2024-01-01T00:00:00Z"))
                .put("/stations/" + code)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale"))
                .body("detail", containsString("2024-01-01"));
        as("admin")
                .header("If-Match", newest)
                .body(from(body, "2024-01-01T00:00:00Z"))
                .put("/stations/" + code)
                .then()
                .statusCode(200);
    }

    @Test
    void the_etags_of_an_entry_never_repeat() {
        String code = station("GIAY");
        String body = stationBody(code, "GIAY");
        List<Integer> versions = new ArrayList<>(List.of(0));
        for (String from : List.of("2020-01-01", "2021-01-01", "2022-01-01", "2022-01-01", "2023-01-01")) {
            versions.add(seen(versions.get(versions.size() - 1))
                    .body(from(body, from + "T00:00:00Z").replace("Trạm thử", "Trạm " + versions.size()))
                    .put("/stations/" + code)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getInt("version"));
        }
        assertThat(versions).doesNotHaveDuplicates().isSorted();
        List<Integer> shown =
                as("operator").get("/stations/" + code + "/history").jsonPath().getList("items.version");
        assertThat(shown).hasSize(4).doesNotHaveDuplicates().last().isEqualTo(versions.get(versions.size() - 1));
    }

    @Test
    void a_change_that_changes_nothing_is_no_event() {
        String code = station("GIAY");
        seen(0).body(stationBody(code, "GIAY"))
                .put("/stations/" + code)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""));
        assertThat(Api.events("station", code)).hasSize(1);
    }

    @Test
    void what_held_before_cannot_be_changed() {
        String code = station("GIAY");
        seen(0).body(from(stationBody(code, "GIAY"), "2019-01-01T00:00:00Z"))
                .put("/stations/" + code)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/overlap"));
    }

    @Test
    void an_end_needs_the_etag_of_what_it_ends() {
        String path = "/stations/" + station("GIAY");
        as("admin").delete(path).then().statusCode(428);
        seen(7).delete(path).then().statusCode(412);
        as("admin").header("If-Match", "W/\"x\"").delete(path).then().statusCode(400);
        seen(0).delete(path).then().statusCode(204);
        as("operator").get(path).then().statusCode(404);
        as("operator").get(path + "?at=2024-01-01T00:00:00Z").then().statusCode(200);
        seen(1).delete(path).then().statusCode(404);
        as("operator").get(path + "/history").then().body("items", hasSize(1));
    }

    @Test
    void an_end_also_withdraws_what_was_to_hold_later() {
        String code = station("GIAY");
        String later = Instant.now().plus(30, ChronoUnit.DAYS).toString();
        int version = seen(0).body(from(stationBody(code, "GIAY"), later))
                .put("/stations/" + code)
                .jsonPath()
                .getInt("version");
        seen(version).delete("/stations/" + code).then().statusCode(204);
        as("operator").get("/stations/" + code).then().statusCode(404);
        as("operator").get("/stations/" + code + "?at=" + later).then().statusCode(404);
        as("operator").get("/stations/" + code + "/history").then().body("items", hasSize(1));
    }

    @Test
    void an_ended_station_is_opened_again_from_now_on_and_not_in_its_past() {
        String code = station("GIAY");
        seen(0).delete("/stations/" + code).then().statusCode(204);
        post("/stations", stationBody(code, "GIAY")).then().statusCode(409);
        seen(1).body(stationBody(code, "GIAY").replace("\"validFrom\":\"2020-01-01T00:00:00Z\",", ""))
                .put("/stations/" + code)
                .then()
                .statusCode(200);
        as("operator").get("/stations/" + code + "/history").then().body("items", hasSize(2));
    }

    @Test
    void what_never_held_leaves_nothing_but_an_event() {
        String code = Api.newCode("GIAY");
        String later = Instant.now().plus(30, ChronoUnit.DAYS).toString();
        post("/stations", from(stationBody(code, "GIAY"), later)).then().statusCode(201);
        seen(0).delete("/stations/" + code).then().statusCode(204);
        as("operator").get("/stations/" + code + "/history").then().statusCode(404);
        List<Map<String, Object>> events = Api.events("station", code);
        assertThat(events).hasSize(2);
        assertThat((Map<String, Object>) events.get(1).get("data")).containsEntry("periods", List.of());
    }

    @Test
    void a_datastream_that_holds_is_changed_with_its_etag_only_and_keeps_its_id_after_its_end() {
        String code = station("GIAY");
        int id = putDatastream(code, "COD", "{\"validFrom\":\"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/api/registry/v1/datastreams/" + code + "/COD"))
                .extract()
                .jsonPath()
                .getInt("id");
        putDatastream(code, "COD", "{}").then().statusCode(428);
        putDatastream(code, "COD", "{\"id\":0}").then().statusCode(400).body("detail", containsString("id"));
        seen(5).body("{}").put("/stations/" + code + "/datastreams/COD").then().statusCode(412);
        as("operator").get("/datastreams/" + code + "/COD/history").then().body("items", hasSize(1));
        seen(0).delete("/datastreams/" + code + "/COD").then().statusCode(204);
        putDatastream(code, "COD", "{}").then().statusCode(409).body("type", equalTo("/problems/exists"));
        int ended = as("operator")
                .get("/datastreams/" + code + "/COD/history")
                .jsonPath()
                .getInt("items[0].version");
        seen(ended)
                .body("{}")
                .put("/stations/" + code + "/datastreams/COD")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        as("operator").get("/datastreams/" + code + "/COD/history").then().body("items", hasSize(2));
    }

    @Test
    void a_datastream_that_was_never_is_not_changed() {
        seen(0).body("{}")
                .put("/stations/" + station("GIAY") + "/datastreams/COD")
                .then()
                .statusCode(404);
        as("admin").body("{}").post("/datastreams").then().statusCode(400);
    }

    @Test
    void a_repeated_creation_is_answered_as_the_first_one() {
        String key = UUID.randomUUID().toString();
        String code = Api.newCode("GIAY");
        String first = as("admin")
                .header("Idempotency-Key", key)
                .body(stationBody(code, "GIAY"))
                .post("/stations")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        as("admin")
                .header("Idempotency-Key", key)
                .body(stationBody(code, "GIAY"))
                .post("/stations")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body(equalTo(first));
        as("admin")
                .header("Idempotency-Key", key)
                .body(stationBody(Api.newCode("GIAY"), "GIAY"))
                .post("/stations")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        as("admin")
                .header("Idempotency-Key", "a b")
                .body(stationBody(code, "GIAY"))
                .post("/stations")
                .then()
                .statusCode(400);
        assertThat(Api.events("station", code)).hasSize(1);
    }

    @Test
    void a_refused_creation_leaves_its_key_free() {
        String key = UUID.randomUUID().toString();
        String body = stationBody(Api.newCode("GIAY"), "GIAY");
        as("admin")
                .header("Idempotency-Key", key)
                .body(body.replace("9.93", "0"))
                .post("/stations")
                .then()
                .statusCode(400);
        as("admin")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/stations")
                .then()
                .statusCode(201);
    }

    @Test
    void of_many_at_once_one_creates_and_one_key_is_one_creation() throws Exception {
        String body = stationBody(Api.newCode("GIAY"), "GIAY");
        assertThat(together(8, () -> post("/stations", body).statusCode()))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
        String key = UUID.randomUUID().toString();
        String other = stationBody(Api.newCode("GIAY"), "GIAY");
        assertThat(together(8, () -> as("admin")
                        .header("Idempotency-Key", key)
                        .body(other)
                        .post("/stations")
                        .statusCode()))
                .containsOnly(201);
    }

    @Test
    void of_many_that_have_seen_the_same_one_changes() throws Exception {
        String code = station("GIAY");
        assertThat(together(8, () -> seen(0).body(from(stationBody(code, "GIAY"), "2024-01-01T00:00:00Z"))
                        .put("/stations/" + code)
                        .statusCode()))
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
        assertThat(Api.events("station", code)).hasSize(2);
    }

    private static List<Integer> together(int callers, Callable<Integer> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : pool.invokeAll(Collections.nCopies(callers, call))) {
            statuses.add(answer.get());
        }
        pool.shutdown();
        return statuses;
    }
}
