package vn.quantrac.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static vn.quantrac.registry.Api.as;
import static vn.quantrac.registry.Api.post;
import static vn.quantrac.registry.Api.station;
import static vn.quantrac.registry.Api.stationBody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be understood is refused with the field named, and without names of our classes. */
@QuarkusTest
@RealParts
class BadInputIT {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"latitude\":9.93|\"latitude\":105.8,\"x\":0|x: is not a field",
                "\"latitude\":9.93,\"longitude\":105.8|\"latitude\":105.8,\"longitude\":9.93|are the axes swapped?",
                "\"latitude\":9.93|\"latitude\":null|latitude: must be a number",
                "\"latitude\":9.93,|``|latitude: must be a number",
                "\"latitude\":9.93|\"latitude\":\"9.93\"|latitude: must be a number",
                "\"latitude\":9.93|\"latitude\":1e400|latitude: must be below 1e15",
                "\"latitude\":9.93|\"latitude\":1e-300|latitude: must be below 1e15",
                "\"HG_|\"hg |code: must match",
                "\"HG_|\"HG/|code: must match",
                "\"nameEn\"|\"nameEng\"|nameEng: is not a field",
                "Test station|``|nameEn: must be given",
                "Trạm thử|a\\u0000b|nameVi: must not hold control characters",
                "Trạm thử|a\\ud800b|nameVi: must not hold control characters",
                "\"WASTEWATER\"|\"AIR\"|medium: must be one of [SURFACE_WATER",
                "\"WASTEWATER\"|1|medium: must be one of [SURFACE_WATER",
                "\"WASTEWATER\"|null|medium: must be given",
                "\"aliases\":[]|\"aliases\":\"A1\"|aliases: must be a list",
                "\"aliases\":[]|\"aliases\":[null]|aliases: must not hold null",
                "\"aliases\":[]|\"aliases\":[1]|must be a text",
                "\"aliases\":[]|\"aliases\":[\"a/b\"]|aliases: must each match",
                "\"aliases\":[]|\"aliases\":{}|aliases: must be a list",
                "300|0|intervalSeconds: must be 1 to 86400",
                "300|1.5|intervalSeconds: must be a number without decimals",
                "300|99999999999|intervalSeconds: must be a number without decimals",
                "300|300,\"nameVi\":\"zwei\"|Is no JSON",
                "2020-01-01T00:00:00Z|2020-01-01|validFrom: is no instant",
                "2020-01-01T00:00:00Z|+999999-01-01T00:00:00Z|validFrom: must be between 1900 and 2200",
                "\"2020-01-01T00:00:00Z\"|\"2020-01-01T00:00:00Z\",\"validTo\":\"2019-01-01T00:00:00Z\"|validTo: must be",
                "\"GIAY\"|\"giấy\"|facility: must be upper-case"
            })
    void a_station_that_is_not_right(String part, String instead, String complaint) {
        String good = stationBody(Api.newCode("GIAY"), "GIAY");
        assertThat(good).contains(part);
        refused(post("/stations", good.replace(part, instead)), 400).body("detail", containsString(complaint));
    }

    @Test
    void every_mistake_is_told_at_once() {
        refused(
                        post(
                                "/stations",
                                stationBody(Api.newCode("GIAY"), "GIAY")
                                        .replace("Test station", "")
                                        .replace("300", "0")),
                        400)
                .body("detail", containsString("nameEn"))
                .body("detail", containsString("intervalSeconds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "\"x\"", "{\"code\":", "{}x", "{'code':1}", "\u0000"})
    void a_body_that_is_no_object(String body) {
        refused(post("/stations", body), 400).body("type", equalTo("/problems/bad-body"));
        refused(Api.seen(0).body(body).put("/stations/" + station("GIAY")), 400);
    }

    @Test
    void a_body_that_is_too_deep_or_too_large() throws Exception {
        assertThat(statusOf("[".repeat(100_000))).isEqualTo(400);
        assertThat(statusOf("{\"code\":\"" + "x".repeat(1_000_000) + "\"}")).isEqualTo(400);
        assertThat(statusOf("{\"code\":\"" + "x".repeat(9_000_000) + "\"}")).isEqualTo(413);
    }

    /** By another client, for RestAssured keeps many copies of what it sends. */
    private static int statusOf(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + Api.ROOT + "/stations"))
                .header("Authorization", "Bearer " + Api.token("admin"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void a_body_that_is_not_json() {
        as("admin")
                .contentType(ContentType.TEXT)
                .body("x")
                .post("/stations")
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mg/Nm3", "µg/m³", "", "ppmm3", "((", "%%"})
    void a_unit_that_is_no_ucum_code(String unit) {
        refused(post("/parameters", """
                                {"code":"X1","nameVi":"x","nameEn":"x","unit":"%s","unitSymbol":"x",
                                 "media":["STACK_GAS"]}""".formatted(unit)), 400).body("detail", containsString("unit: "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"standard\":\"QCVN 40:2011/BTNMT\",|``|permit.standard: must be given",
                "\"column\":\"A\"|\"column\":\"\"|permit.column: must be given",
                "\"column\":\"A\"|\"column\":\"A\",\"zone\":2|permit.zone: is for gas only",
                "\"column\":\"A\"|\"column\":\"A\",\"receivingFlow\":0|permit.receivingFlow: must be more than 0",
                "\"column\":\"A\"|\"column\":\"A\",\"issued\":\"yesterday\"|permit.issued: is no date",
                "\"column\":\"A\"|\"column\":\"A\",\"limits\":[{\"parameter\":\"COD\"}]|must each have a min or a max",
                "\"column\":\"A\"|\"column\":\"A\",\"limits\":[{\"max\":1}]|must each name a parameter",
                "\"column\":\"A\"|\"column\":\"A\",\"limits\":[{\"parameter\":\"pH\",\"min\":9,\"max\":6}]|below the max",
                "\"medium\":\"WASTEWATER\"|\"medium\":\"AMBIENT_AIR\"|medium: must be WASTEWATER or STACK_GAS",
                "\"medium\":\"WASTEWATER\"|\"medium\":\"WASTEWATER\",\"latitude\":9.9|latitude, longitude: must be given both"
            })
    void a_discharge_source_that_is_not_right(String part, String instead, String complaint) {
        String good = Api.sourceBody(Api.newCode(), "GIAY");
        assertThat(good).contains(part);
        refused(post("/discharge-sources", good.replace(part, instead)), 400).body("detail", containsString(complaint));
    }

    @Test
    void an_instrument_whose_range_is_upside_down() {
        String good = Api.instrumentBody(Api.newCode(), station("GIAY"), "COD");
        refused(post("/instruments", good.replace("\"rangeMin\":0", "\"rangeMin\":500.1")), 400)
                .body("detail", containsString("rangeMin: must be less than rangeMax"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stations?limit=x",
                "/stations?limit=0",
                "/stations?at=yesterday",
                "/stations?after=%00",
                "/stations?at=-999999-01-01T00:00:00Z",
                "/stations?station=%00",
                "/stations?medium=%1f"
            })
    void a_question_that_is_not_understood(String question) {
        refused(as("operator").urlEncodingEnabled(false).get(question), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stations/HG_NONE_NUO000",
                "/stations/%00",
                "/stations/a%2Fb",
                "/stations/a/b",
                "/stations/a/b/c",
                "/stations/..%2Ffeed",
                "/datastreams/HG_NONE_NUO000",
                "/datastreams/HG_NONE_NUO000/COD",
                "/stations/HG_NONE_NUO000/history",
                "/nothing",
                "/stations/HG_NONE_NUO000/credentials"
            })
    void what_is_not_there(String path) {
        refused(as("operator").urlEncodingEnabled(false).get(path), 404);
    }

    @Test
    void the_code_of_the_address_and_of_the_body_are_the_same() {
        String code = station("GIAY");
        refused(Api.seen(0).body(stationBody(Api.newCode("GIAY"), "GIAY")).put("/stations/" + code), 400)
                .body("detail", containsString("code"));
    }

    private static ValidatableResponse refused(Response response, int status) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", not(containsString("vn.quantrac")))
                .body("detail", not(matchesPattern("(?s).*(java|jackson|Exception).*")));
    }
}
