package vn.quantrac.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.BrokerTestResource;
import vn.quantrac.embedded.DemoTokens;
import vn.quantrac.embedded.KeycloakTestResource;
import vn.quantrac.embedded.PostgresTestResource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(BrokerTestResource.class)
@QuarkusTestResource(KeycloakTestResource.class)
class RegistryIT {
    /** Keycloak takes many sign-ins of one user at once for an attack. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    private final String api = "/api/registry/v1";

    @Test
    void an_entry_is_created_read_and_listed() {
        String code = station("GIAY");
        as("operator")
                .get(api + "/stations/" + code)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("code", equalTo(code))
                .body("nameVi", equalTo("Trạm thử"))
                .body("medium", equalTo("WASTEWATER"));
        as("agency").get(api + "/stations?limit=1000").then().statusCode(200).body("items.code", hasItem(code));
        as("admin")
                .body(stationBody(code, "GIAY"))
                .post(api + "/stations")
                .then()
                .statusCode(409);
    }

    @Test
    void the_past_stays_answerable_after_a_change() {
        String code = station("GIAY");
        as("admin")
                .header("If-Match", "\"0\"")
                .body(stationBody(code, "GIAY")
                        .replace("Châu Thành, Hậu Giang", "Châu Thành, Cần Thơ")
                        .replace("2020-01-01T00:00:00Z", "2025-07-01T00:00:00Z"))
                .put(api + "/stations/" + code)
                .then()
                .statusCode(200);
        as("operator")
                .get(api + "/stations/" + code + "?at=2025-06-30T00:00:00Z")
                .then()
                .body("administrativeUnit", equalTo("Châu Thành, Hậu Giang"))
                .body("validTo", equalTo("2025-07-01T00:00:00.000Z"));
        as("operator").get(api + "/stations/" + code).then().body("administrativeUnit", equalTo("Châu Thành, Cần Thơ"));
        as("operator").get(api + "/stations/" + code + "/history").then().body("items", hasSize(2));
    }

    @Test
    void a_change_needs_the_etag_of_what_it_changes() {
        String code = station("GIAY");
        String changed = stationBody(code, "GIAY").replace("Trạm thử", "Trạm mới");
        as("admin").body(changed).put(api + "/stations/" + code).then().statusCode(428);
        as("admin")
                .header("If-Match", "\"0\"")
                .body(changed)
                .put(api + "/stations/" + code)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));
        as("admin")
                .header("If-Match", "\"0\"")
                .body(changed)
                .put(api + "/stations/" + code)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/stale"));
    }

    @Test
    void what_does_not_fit_is_refused_with_the_field_named() {
        String good = stationBody("HG_GIAY_NUO" + NUMBER.incrementAndGet(), "GIAY");
        refused("/stations", good.replace("9.93,", "105.8,").replace("\"longitude\":105.8", "\"longitude\":9.93"), 400)
                .body("detail", containsString("swapped"));
        refused("/stations", good.replace("\"HG_", "\"hg "), 400).body("detail", containsString("code"));
        refused("/stations", good.replace("nameEn", "nameEng"), 400).body("detail", containsString("nameEng"));
        refused("/stations", good.replace("\"aliases\"", "\"dischargeSource\":\"NONE\",\"aliases\""), 422)
                .body("detail", containsString("dischargeSource"));
        refused("/stations", "{\"code\":", 400);
        refused(
                        "/parameters",
                        "{\"code\":\"X1\",\"nameVi\":\"x\",\"nameEn\":\"x\",\"unit\":\"mg/Nm3\",\"unitSymbol\":\"x\","
                                + "\"media\":[\"STACK_GAS\"],\"verified\":false}",
                        400)
                .body("detail", containsString("UCUM"));
        as("operator").get(api + "/stations?limit=x").then().statusCode(400);
        as("operator").get(api + "/stations?at=yesterday").then().statusCode(400);
        as("operator").get(api + "/stations/HG_NONE_NUO000").then().statusCode(404);
    }

    @Test
    void a_datastream_gets_its_id_once() {
        String code = station("GIAY");
        String address = api + "/stations/" + code + "/datastreams/PM2,5";
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
                .put(api + "/stations/" + code + "/datastreams/NONE")
                .then()
                .statusCode(422);
        as("operator").get(api + "/datastreams?station=" + code).then().body("items", hasSize(1));
    }

    @Test
    void a_facility_sees_its_own_and_nothing_else() {
        String own = station("GIAY");
        String foreign = station("THSA");
        as("facility").get(api + "/stations/" + own).then().statusCode(200);
        as("facility").get(api + "/stations/" + foreign).then().statusCode(404);
        as("facility")
                .get(api + "/stations?limit=1000&facility=THSA")
                .then()
                .body("items.code", hasItem(own))
                .body("items.code", not(hasItem(foreign)));
        as("facility")
                .body(stationBody("HG_GIAY_NUO999", "GIAY"))
                .post(api + "/stations")
                .then()
                .statusCode(403);
    }

    @Test
    void only_good_tokens_with_a_fitting_role_are_let_in() {
        given().get(api + "/stations").then().statusCode(401);
        bearer(DemoTokens.expired()).get(api + "/stations").then().statusCode(401);
        bearer(DemoTokens.ofOtherRealm()).get(api + "/stations").then().statusCode(401);
        bearer(DemoTokens.ofOtherAudience()).get(api + "/stations").then().statusCode(401);
        bearer(DemoTokens.withoutRole()).get(api + "/stations").then().statusCode(403);
        as("operator")
                .body(stationBody("HG_GIAY_NUO998", "GIAY"))
                .post(api + "/stations")
                .then()
                .statusCode(403);
        as("admin").get(api + "/feed").then().statusCode(403);
    }

    @Test
    void a_secret_is_shown_once_and_its_hash_is_for_services_only() {
        String code = station("GIAY");
        Response issued = as("admin").post(api + "/stations/" + code + "/credentials");
        issued.then().statusCode(201).body("station", equalTo(code));
        String secret = issued.jsonPath().getString("secret");
        String id = issued.jsonPath().getString("id");
        assertThat(secret).hasSize(43);
        String listed = as("operator")
                .get(api + "/stations/" + code + "/credentials")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(listed).contains(id).doesNotContain(secret).doesNotContain("Sha256");
        assertThat(keysOfFeed("credential")).contains(id);
        as("admin")
                .delete(api + "/stations/" + code + "/credentials/" + id)
                .then()
                .statusCode(204);
        as("operator")
                .get(api + "/stations/" + code + "/credentials")
                .then()
                .body("items[0].validTo", not(equalTo(null)));
    }

    @Test
    void concurrent_writers_leave_a_feed_without_gaps_and_one_of_two_equal_changes_wins() throws Exception {
        String code = station("GIAY");
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Future<Integer>> changes = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            String body = stationBody(code, "GIAY").replace("Trạm thử", "Trạm " + n);
            changes.add(pool.submit(() -> {
                int version =
                        as("admin").get(api + "/stations/" + code).jsonPath().getInt("version");
                return as("admin")
                        .header("If-Match", "\"" + version + "\"")
                        .body(body)
                        .put(api + "/stations/" + code)
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
        assertThat(as("admin").get(api + "/stations/" + code).jsonPath().getInt("version"))
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
        service.get(api + "/feed?after=x").then().statusCode(400);
        as("ingestion-service").get(api + "/feed?after=99999999").then().statusCode(409);
        as("ingestion-service")
                .get(api + "/feed?after=0&limit=1")
                .then()
                .statusCode(200)
                .body("events", hasSize(1));
    }

    private io.restassured.response.ValidatableResponse refused(String path, String body, int status) {
        return as("admin").body(body).post(api + path).then().statusCode(status);
    }

    private String station(String facility) {
        String code = "HG_" + facility + "_NUO" + NUMBER.incrementAndGet();
        as("admin")
                .body(stationBody(code, facility))
                .post(api + "/stations")
                .then()
                .statusCode(201);
        return code;
    }

    private static String stationBody(String code, String facility) {
        return """
                {"code":"%s","validFrom":"2020-01-01T00:00:00Z","nameVi":"Trạm thử","nameEn":"Test station",
                 "medium":"WASTEWATER","latitude":9.93,"longitude":105.8,"administrativeUnit":"Châu Thành, Hậu Giang",
                 "facility":"%s","aliases":[],"intervalSeconds":300}""".formatted(code, facility);
    }

    private List<String> keysOfFeed(String type) {
        return feed().<Map<String, Object>>getList("events").stream()
                .filter(event -> type.equals(event.get("type")))
                .map(event -> (String) event.get("key"))
                .toList();
    }

    private io.restassured.path.json.JsonPath feed() {
        return as("ingestion-service")
                .get(api + "/feed?after=0&limit=10000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification as(String userOrClient) {
        return bearer(TOKENS.computeIfAbsent(userOrClient, DemoTokens::of));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
