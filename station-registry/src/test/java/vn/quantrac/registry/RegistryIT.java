package vn.quantrac.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.quantrac.registry.Api.as;
import static vn.quantrac.registry.Api.bearer;
import static vn.quantrac.registry.Api.feed;
import static vn.quantrac.registry.Api.station;
import static vn.quantrac.registry.Api.stationBody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.DemoTokens;

@QuarkusTest
@RealParts
class RegistryIT {
    @Test
    void an_entry_is_created_read_and_listed() {
        String code = station("GIAY");
        as("operator")
                .get("/stations/" + code)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("code", equalTo(code))
                .body("nameVi", equalTo("Trạm thử"))
                .body("medium", equalTo("WASTEWATER"));
        as("agency").get("/stations?limit=1000").then().statusCode(200).body("items.code", hasItem(code));
        as("admin").body(stationBody(code, "GIAY")).post("/stations").then().statusCode(409);
    }

    @Test
    void the_past_stays_answerable_after_a_change() {
        String code = station("GIAY");
        as("admin")
                .header("If-Match", "\"0\"")
                .body(stationBody(code, "GIAY")
                        .replace("Châu Thành, Hậu Giang", "Châu Thành, Cần Thơ")
                        .replace("2020-01-01T00:00:00Z", "2025-07-01T00:00:00Z"))
                .put("/stations/" + code)
                .then()
                .statusCode(200);
        as("operator")
                .get("/stations/" + code + "?at=2025-06-30T00:00:00Z")
                .then()
                .body("administrativeUnit", equalTo("Châu Thành, Hậu Giang"))
                .body("validTo", equalTo("2025-07-01T00:00:00.000Z"));
        as("operator").get("/stations/" + code).then().body("administrativeUnit", equalTo("Châu Thành, Cần Thơ"));
        as("operator").get("/stations/" + code + "/history").then().body("items", hasSize(2));
    }

    @Test
    void a_change_needs_the_etag_of_what_it_changes() {
        String code = station("GIAY");
        String changed = stationBody(code, "GIAY").replace("Trạm thử", "Trạm mới");
        as("admin").body(changed).put("/stations/" + code).then().statusCode(428);
        as("admin")
                .header("If-Match", "\"0\"")
                .body(changed)
                .put("/stations/" + code)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));
        as("admin")
                .header("If-Match", "\"0\"")
                .body(changed)
                .put("/stations/" + code)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/stale"));
    }

    @Test
    void a_datastream_gets_its_id_once() {
        String code = station("GIAY");
        String address = "/stations/" + code + "/datastreams/PM2,5";
        long id = as("admin")
                .body("{\"validFrom\":\"2020-01-01T00:00:00Z\"}")
                .put(address)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        as("admin")
                .header("If-Match", "\"0\"")
                .body("{\"symbols\":[\"Bui\"]}")
                .put(address)
                .then()
                .statusCode(200)
                .body("id", equalTo((int) id));
        as("admin")
                .body("{}")
                .put("/stations/" + code + "/datastreams/NONE")
                .then()
                .statusCode(422);
        as("operator").get("/datastreams?station=" + code).then().body("items", hasSize(1));
    }

    @Test
    void a_facility_sees_its_own_and_nothing_else() {
        String own = station("GIAY");
        String foreign = station("THSA");
        as("facility").get("/stations/" + own).then().statusCode(200);
        as("facility").get("/stations/" + foreign).then().statusCode(404);
        as("facility")
                .get("/stations?limit=1000&facility=THSA")
                .then()
                .body("items.code", hasItem(own))
                .body("items.code", not(hasItem(foreign)));
        as("facility")
                .body(stationBody("HG_GIAY_NUO999", "GIAY"))
                .post("/stations")
                .then()
                .statusCode(403);
    }

    @Test
    void only_good_tokens_with_a_fitting_role_are_let_in() {
        given().get(Api.ROOT + "/stations").then().statusCode(401);
        bearer(DemoTokens.expired()).get("/stations").then().statusCode(401);
        bearer(DemoTokens.ofOtherRealm()).get("/stations").then().statusCode(401);
        bearer(DemoTokens.ofOtherAudience()).get("/stations").then().statusCode(401);
        bearer(DemoTokens.withoutRole()).get("/stations").then().statusCode(403);
        as("operator")
                .body(stationBody("HG_GIAY_NUO998", "GIAY"))
                .post("/stations")
                .then()
                .statusCode(403);
        as("admin").get("/feed").then().statusCode(403);
    }

    @Test
    void a_secret_is_shown_once_and_its_hash_is_for_services_only() {
        String code = station("GIAY");
        Response issued = as("admin").post("/stations/" + code + "/credentials");
        issued.then().statusCode(201).body("station", equalTo(code));
        String secret = issued.jsonPath().getString("secret");
        String id = issued.jsonPath().getString("id");
        assertThat(secret).hasSize(43);
        String listed = as("operator")
                .get("/stations/" + code + "/credentials")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(listed).contains(id).doesNotContain(secret).doesNotContain("Sha256");
        assertThat(Api.events("credential", id)).hasSize(1);
        as("admin").delete("/stations/" + code + "/credentials/" + id).then().statusCode(204);
        as("operator").get("/stations/" + code + "/credentials").then().body("items[0].validTo", not(equalTo(null)));
    }

    @Test
    void concurrent_writers_leave_a_feed_without_gaps_and_one_of_two_equal_changes_wins() throws Exception {
        String code = station("GIAY");
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Future<Integer>> changes = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            String body = stationBody(code, "GIAY").replace("Trạm thử", "Trạm " + n);
            changes.add(pool.submit(() -> {
                int version = as("admin").get("/stations/" + code).jsonPath().getInt("version");
                return as("admin")
                        .header("If-Match", "\"" + version + "\"")
                        .body(body)
                        .put("/stations/" + code)
                        .statusCode();
            }));
        }
        int won = 0;
        for (Future<Integer> change : changes) {
            assertThat(change.get()).isIn(200, 412, 409);
            won += change.get() == 200 ? 1 : 0;
        }
        pool.shutdown();

        assertThat(won).isPositive();
        assertThat(as("admin").get("/stations/" + code).jsonPath().getInt("version"))
                .isEqualTo(won);
        List<Integer> cursors = feed().getList("events.cursor");
        assertThat(cursors)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, cursors.size())
                        .mapToInt(n -> (int) n)
                        .boxed()
                        .toList());
    }

    @Test
    void a_cursor_is_understood_or_refused() {
        RequestSpecification service = as("ingestion-service");
        service.get("/feed?after=x").then().statusCode(400);
        as("ingestion-service").get("/feed?after=99999999").then().statusCode(409);
        as("ingestion-service")
                .get("/feed?after=0&limit=1")
                .then()
                .statusCode(200)
                .body("events", hasSize(1));
    }
}
