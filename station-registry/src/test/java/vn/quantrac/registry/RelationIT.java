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
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries that are each right, and not both. */
@QuarkusTest
@RealParts
class RelationIT {
    private static final String SINCE_2020 = "{\"validFrom\":\"2020-01-01T00:00:00Z\"}";

    @Inject
    Jdbi jdbi;

    @AfterEach
    void nothing_contradictory_was_stored() {
        List<Map<String, Object>> contradictions = jdbi.withHandle(handle ->
                handle.createQuery("select * from contradiction").mapToMap().list());
        assertThat(contradictions).isEmpty();
    }

    @Test
    void what_is_referred_to_must_be_there() {
        String code = station("GIAY");
        refused(post("/stations", with(stationBody(Api.newCode("GIAY"), "GIAY"), "\"dischargeSource\":\"NONE\"")))
                .body("detail", containsString("dischargeSource"));
        refused(post("/instruments", Api.instrumentBody(Api.newCode(), "HG_NONE_NUO000", "COD")))
                .body("detail", containsString("station HG_NONE_NUO000"));
        refused(post("/instruments", Api.instrumentBody(Api.newCode(), code, "NONE")))
                .body("detail", containsString("parameter NONE"));
        refused(putDatastream(code, "NONE", "{}")).body("detail", containsString("parameter NONE"));
        refused(putDatastream("HG_NONE_NUO000", "COD", "{}")).body("detail", containsString("station"));
        refused(putDatastream(code, "COD", "{\"instrument\":\"NONE\"}")).body("detail", containsString("instrument"));
        refused(post(
                        "/discharge-sources",
                        Api.sourceBody(Api.newCode(), "GIAY")
                                .replace("\"A\"", "\"A\",\"limits\":[{\"parameter\":\"NONE\",\"max\":1}]")))
                .body("detail", containsString("permit.limits"));
    }

    private static ValidatableResponse refused(Response response) {
        return response.then().statusCode(422).body("type", equalTo("/problems/unknown-reference"));
    }

    @Test
    void a_period_does_not_begin_before_what_it_refers_to() {
        String code = station("GIAY");
        refused(putDatastream(code, "COD", "{\"validFrom\":\"2019-12-31T23:59:59Z\"}"));
        putDatastream(code, "COD", SINCE_2020).then().statusCode(201);
    }

    @Test
    void what_others_refer_to_does_not_end() {
        String parameter = Api.newCode();
        String code = station("GIAY");
        post("/parameters", """
                        {"code":"%s","nameVi":"x","nameEn":"x","unit":"mg/L","unitSymbol":"mg/L","media":["WASTEWATER"]}""".formatted(parameter)).then().statusCode(201);
        putDatastream(code, parameter, "{}").then().statusCode(201);
        seen(0).delete("/parameters/" + parameter)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/in-use"))
                .body("detail", containsString("datastream " + code + "/" + parameter));
        seen(0).body(with(stationBody(code, "GIAY"), "\"validTo\":\"2020-06-01T00:00:00Z\""))
                .put("/stations/" + code)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/in-use"));
    }

    @Test
    void what_is_at_a_station_ends_with_it() {
        String code = station("GIAY");
        String instrument = Api.newCode();
        post("/instruments", Api.instrumentBody(instrument, code, "COD")).then().statusCode(201);
        putDatastream(code, "COD", "{\"instrument\":\"" + instrument + "\"}")
                .then()
                .statusCode(201);
        String credential = as("admin")
                .post("/stations/" + code + "/credentials")
                .jsonPath()
                .getString("id");
        seen(0).delete("/stations/" + code).then().statusCode(204);
        as("operator").get("/instruments/" + instrument).then().statusCode(404);
        as("operator").get("/datastreams/" + code + "/COD").then().statusCode(404);
        assertThat(lastValidTo("credential", credential)).isNotNull().isEqualTo(lastValidTo("station", code));
    }

    private static Object lastValidTo(String type, String key) {
        List<Map<String, Object>> events = Api.events(type, key);
        Map<?, ?> data = (Map<?, ?>) events.get(events.size() - 1).get("data");
        List<?> periods = (List<?>) data.get("periods");
        return ((Map<?, ?>) periods.get(periods.size() - 1)).get("validTo");
    }

    @Test
    void a_name_of_a_station_is_of_no_other_at_that_time() {
        String one = station("GIAY");
        String other = Api.newCode("GIAY");
        taken(stationBody(other, "GIAY").replace("[]", "[\"" + one + "\"]"));
        taken(stationBody(other, "GIAY").replace("[]", "[\"" + one.toLowerCase(Locale.ROOT) + "\"]"));
        String alias = Api.newCode("CU");
        post("/stations", stationBody(other, "GIAY").replace("[]", "[\"" + alias + "\",\"" + other + "\"]"))
                .then()
                .statusCode(201);
        taken(stationBody(alias, "GIAY"));
        taken(stationBody(Api.newCode("GIAY"), "GIAY").replace("[]", "[\"" + alias + "\"]"));
        post(
                        "/stations",
                        stationBody(alias, "GIAY")
                                .replace(
                                        "2020-01-01T00:00:00Z\"",
                                        "2010-01-01T00:00:00Z\"," + "\"validTo\":\"2020-01-01T00:00:00Z\""))
                .then()
                .statusCode(201);
    }

    private static void taken(String body) {
        post("/stations", body).then().statusCode(409).body("type", equalTo("/problems/name-taken"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"PM2,5|PM2.5", "PM-2-5|PM2.5", "pm2_5|PM2.5", "cod|COD", "NH4-N|NH4N", "N-NH4|NNH4", "NH4+|nh4+"})
    void a_symbol_means_one_datastream_of_a_station_however_it_is_spelt(String one, String other) {
        String code = station("GIAY");
        putDatastream(code, "COD", "{\"symbols\":[\"" + one + "\",\"" + one + "\"]}")
                .then()
                .statusCode(201);
        putDatastream(code, "TSS", "{\"symbols\":[\"" + other + "\"]}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/name-taken"));
        putDatastream(station("GIAY"), "TSS", "{\"symbols\":[\"" + other + "\"]}")
                .then()
                .statusCode(201);
    }

    @Test
    void a_decimal_point_makes_another_symbol() {
        String code = station("GIAY");
        putDatastream(code, "COD", "{\"symbols\":[\"PM1.0\"]}").then().statusCode(201);
        putDatastream(code, "TSS", "{\"symbols\":[\"PM10\"]}").then().statusCode(201);
    }

    @Test
    void an_instrument_is_at_its_station_and_measures_what_it_is_used_for() {
        String code = station("GIAY");
        String foreign = Api.newCode();
        String own = Api.newCode();
        post("/instruments", Api.instrumentBody(foreign, station("GIAY"), "COD"))
                .then()
                .statusCode(201);
        post("/instruments", Api.instrumentBody(own, code, "TSS")).then().statusCode(201);
        contradicts(putDatastream(code, "COD", "{\"instrument\":\"" + foreign + "\"}"), "not at the station");
        contradicts(putDatastream(code, "COD", "{\"instrument\":\"" + own + "\"}"), "does not measure");
        putDatastream(code, "TSS", "{\"instrument\":\"" + own + "\"}").then().statusCode(201);
        seen(0).body(Api.instrumentBody(own, code, "COD"))
                .put("/instruments/" + own)
                .then()
                .statusCode(409);
    }

    @Test
    void a_station_watches_a_source_of_its_own_facility_and_medium() {
        String source = Api.newCode();
        post("/discharge-sources", Api.sourceBody(source, "THSA")).then().statusCode(201);
        String body = with(stationBody(Api.newCode("GIAY"), "THSA"), "\"dischargeSource\":\"" + source + "\"");
        contradicts(post("/stations", body.replace("\"THSA\"", "\"GIAY\"")), "another facility");
        contradicts(post("/stations", body.replace("WASTEWATER", "STACK_GAS")), "another medium");
        post("/stations", body).then().statusCode(201);
        seen(0).body(Api.sourceBody(source, "GIAY"))
                .put("/discharge-sources/" + source)
                .then()
                .statusCode(409);
    }

    private static void contradicts(Response response, String detail) {
        response.then()
                .statusCode(422)
                .body("type", equalTo("/problems/contradiction"))
                .body("detail", containsString(detail));
    }

    @Test
    void a_station_without_a_facility_is_of_the_facility_whose_source_it_watches() {
        String source = Api.newCode();
        String code = Api.newCode("GIAY");
        post("/discharge-sources", Api.sourceBody(source, "GIAY")).then().statusCode(201);
        post(
                        "/stations",
                        with(stationBody(code, ""), "\"dischargeSource\":\"" + source + "\"")
                                .replace("\"facility\":\"\",", ""))
                .then()
                .statusCode(201);
        putDatastream(code, "COD", SINCE_2020).then().statusCode(201);
        as("facility").get("/stations/" + code).then().statusCode(200);
        as("facility").get("/datastreams?station=" + code).then().body("items", hasSize(1));
    }

    @Test
    void a_facility_sees_what_was_at_a_station_while_that_was_its_own() {
        String code = station("GIAY");
        putDatastream(code, "COD", "{\"validFrom\":\"2020-01-01T00:00:00Z\",\"validTo\":\"2022-01-01T00:00:00Z\"}")
                .then()
                .statusCode(201);
        seen(0).body(stationBody(code, "THSA").replace("2020-01-01", "2023-01-01"))
                .put("/stations/" + code)
                .then()
                .statusCode(200);
        putDatastream(code, "TSS", "{}").then().statusCode(201);
        as("facility").get("/stations/" + code).then().statusCode(404);
        as("facility").get("/stations/" + code + "/history").then().body("items", hasSize(1));
        as("facility").get("/datastreams/" + code + "/COD/history").then().statusCode(200);
        as("facility").get("/datastreams/" + code + "/TSS").then().statusCode(404);
        as("facility").get("/datastreams?limit=1000&station=" + code).then().body("items", hasSize(0));
    }

    @Test
    void two_writers_at_once_do_not_give_one_name_to_two_stations() throws Exception {
        String alias = Api.newCode("CU");
        Callable<Integer> naming =
                () -> post("/stations", stationBody(Api.newCode("GIAY"), "GIAY").replace("[]", "[\"" + alias + "\"]"))
                        .statusCode();
        ExecutorService pool = Executors.newFixedThreadPool(6);
        int created = 0;
        for (Future<Integer> answer : pool.invokeAll(Collections.nCopies(6, naming))) {
            assertThat(answer.get()).isIn(201, 409);
            created += answer.get() == 201 ? 1 : 0;
        }
        pool.shutdown();
        assertThat(created).isEqualTo(1);
    }

    private static String with(String body, String field) {
        return body.replaceFirst("\\{", "{" + field + ",");
    }
}
