package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.quantrac.ingestion.RegistryFixture.AIR;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL_ALIAS;
import static vn.quantrac.ingestion.RegistryFixture.STACK;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.DemoTokens;

/** What a logger sends by HTTPS, from the request to the feed. */
@QuarkusTest
@RealParts
class HttpsDoorIT {
    private final Instant time = SampleTimes.next();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> send(as(AIR), AIR, "").extract().statusCode() == 200);
    }

    @Test
    void a_tt10_text_is_accepted_and_then_a_duplicate() {
        String text = Tt10.text(time, "COD→58.7→mg/L", "TSS→31,2→mg/L", "NH4→---→mg/L");
        send(as(PAPER_MILL), PAPER_MILL, text)
                .statusCode(200)
                .body("accepted", equalTo(3))
                .body("duplicate", equalTo(0))
                .body("quarantined", equalTo(0));
        send(as(PAPER_MILL), PAPER_MILL, text).body("accepted", equalTo(0)).body("duplicate", equalTo(3));
    }

    @Test
    void a_changed_value_or_status_is_a_revision() {
        send(as(PAPER_MILL), PAPER_MILL, Tt10.text(time, "COD→58.7→mg/L")).body("accepted", equalTo(1));
        send(as(PAPER_MILL), PAPER_MILL, Tt10.text(time, "COD→58.70→mg/L")).body("duplicate", equalTo(1));
        send(as(PAPER_MILL), PAPER_MILL, Tt10.text(time, "COD→60→mg/L")).body("revised", equalTo(1));
        send(as(PAPER_MILL), PAPER_MILL, Tt10.line(time, "COD→60→mg/L", "02")).body("revised", equalTo(1));
    }

    @Test
    void repeats_within_one_telegram_are_handled_in_their_order() {
        send(as(PAPER_MILL), PAPER_MILL, Tt10.text(time, "COD→1→mg/L", "COD→1→mg/L", "COD→2→mg/L", "COD→1→mg/L"))
                .body("accepted", equalTo(1))
                .body("duplicate", equalTo(1))
                .body("revised", equalTo(2));
    }

    @Test
    void lines_that_are_not_understood_do_not_disturb_the_others() {
        send(as(PAPER_MILL), PAPER_MILL, Tt10.text(time, "COD→5→mg/L", "XYZ→1→mg/L", "TSS→abc→mg/L", "pH→7→kg"))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("quarantined", equalTo(3))
                .body("refusals.line", contains(2, 3, 4))
                .body("refusals.reason", contains("unknown-parameter", "bad-value", "unknown-unit"));
    }

    @Test
    void megabytes_of_noise_cost_neither_the_memory_nor_the_neighbours() {
        String reading = Tt10.text(time, "COD→5→mg/L");
        send(as(PAPER_MILL), PAPER_MILL, "x\n".repeat(3_000_000) + reading)
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("quarantined", equalTo(1_001));
        send(as(PAPER_MILL), PAPER_MILL, reading).body("duplicate", equalTo(1));
    }

    @Test
    void json_is_taken_in_as_tt10_is() {
        String body = """
                {"readings":[{"parameter":"cod","time":"%s","value":58.7,"unit":"g/L","status":"00"},
                {"parameter":"TSS","time":"%s","value":null,"status":"01"},
                {"parameter":"TSS","time":"%s","value":3}]}""".formatted(time, time, time);
        send(as(PAPER_MILL).contentType("application/json"), PAPER_MILL, body)
                .body("accepted", equalTo(2))
                .body("refusals.reason", contains("missing-status"))
                .body("refusals.line", contains(3));
    }

    @Test
    void broken_json_is_kept_in_quarantine_as_a_whole() {
        send(as(PAPER_MILL).contentType("application/json"), PAPER_MILL, "{\"readings\":[{\"param")
                .statusCode(200)
                .body("quarantined", equalTo(1))
                .body("refusals.line", contains(0))
                .body("refusals.reason", contains("invalid-json"));
    }

    @Test
    void times_that_cannot_be_are_quarantined() {
        send(as(PAPER_MILL), PAPER_MILL, Tt10.text(Instant.now().plusSeconds(7 * 3600), "COD→5→mg/L"))
                .body("refusals.reason", contains("future-time"))
                .body("refusals[0].detail", containsString("time zone?"));
        send(as(PAPER_MILL), PAPER_MILL, Tt10.text(Instant.now().minusSeconds(500 * 86_400L), "COD→5→mg/L"))
                .body("refusals.reason", contains("too-old"));
    }

    @Test
    void a_line_of_a_megabyte_is_quarantined() {
        send(as(PAPER_MILL), PAPER_MILL, "x".repeat(1 << 20) + "\n" + Tt10.text(time, "COD→5→mg/L"))
                .body("accepted", equalTo(1))
                .body("refusals.reason", contains("line-too-long"));
    }

    @Test
    void an_alias_of_the_station_is_the_station() {
        RequestSpecification byAlias = given().auth().preemptive().basic(PAPER_MILL_ALIAS, secretOf(PAPER_MILL));
        send(byAlias, PAPER_MILL_ALIAS, Tt10.text(time, "COD→5→mg/L"))
                .statusCode(200)
                .body("accepted", equalTo(1));
        send(as(PAPER_MILL), PAPER_MILL, Tt10.text(time, "COD→5→mg/L")).body("duplicate", equalTo(1));
    }

    @Test
    void a_station_speaks_for_itself_only() {
        send(as(PAPER_MILL), AIR, Tt10.text(time, "PM10→5→ug/m3")).statusCode(403);
        send(given().auth().preemptive().basic(PAPER_MILL, secretOf(AIR)), PAPER_MILL, "")
                .statusCode(401);
        send(given().auth().preemptive().basic("HG_NONE_NUO009", "x"), PAPER_MILL, "")
                .statusCode(401);
        send(given(), PAPER_MILL, "").statusCode(401);
    }

    @Test
    void users_send_for_the_stations_they_answer_for() {
        send(bearer("operator"), PAPER_MILL, Tt10.text(time, "COD→5→mg/L")).statusCode(200);
        send(bearer("facility"), PAPER_MILL, Tt10.text(time, "COD→5→mg/L"))
                .statusCode(200)
                .body("duplicate", equalTo(1));
        send(bearer("facility"), STACK, "").statusCode(403);
        send(bearer("ministry"), PAPER_MILL, "").statusCode(403);
        send(given().auth().oauth2(DemoTokens.ofOtherRealm()), PAPER_MILL, "").statusCode(401);
        send(given().auth().oauth2(DemoTokens.expired()), PAPER_MILL, "").statusCode(401);
    }

    @Test
    void an_unknown_station_is_quarantined() {
        String station = "HG_NONE_" + UUID.randomUUID().toString().substring(0, 6);
        send(bearer("operator"), station, Tt10.text(time, "COD→5→mg/L"))
                .statusCode(200)
                .body("refusals.reason", contains("unknown-station"));
        given().auth()
                .oauth2(DemoTokens.of("operator"))
                .get("/api/ingestion/v1/quarantine?station=" + station)
                .then()
                .statusCode(200)
                .body("items.reason", contains("unknown-station"))
                .body("items.text", contains(Tt10.text(time, "COD→5→mg/L")));
    }

    @Test
    void more_than_the_limit_is_refused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/ingestion/v1/stations/x/telegrams"))
                .header("Authorization", "Bearer " + DemoTokens.of("operator"))
                .header("Content-Type", "text/plain")
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[9 << 20]))
                .build();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(413);
    }

    private static ValidatableResponse send(RequestSpecification caller, String station, String body) {
        return caller.body(body)
                .post("/api/ingestion/v1/stations/{code}/telegrams", station)
                .then();
    }

    private static RequestSpecification as(String station) {
        return given().contentType("text/plain").auth().preemptive().basic(station, secretOf(station));
    }

    private static RequestSpecification bearer(String userOrClient) {
        return given().contentType("text/plain").auth().oauth2(DemoTokens.of(userOrClient));
    }
}
