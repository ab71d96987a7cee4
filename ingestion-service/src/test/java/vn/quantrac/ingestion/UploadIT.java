package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.quantrac.ingestion.RegistryFixture.AIR;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.STACK;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.DemoTokens;

/** Files that a person puts in, and what exactly was sent when. */
@QuarkusTest
@RealParts
class UploadIT {
    @Inject
    Intaken intaken;

    private final Instant time = SampleTimes.next();
    private final Instant began = Instant.now();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void a_file_by_hand_is_taken_in_as_a_loggers_and_says_who_sent_it() throws Exception {
        String name = Tt10.fileName(STACK, time);
        byte[] file = Tt10.text(time, "SO2→5→ug/m3", "XYZ→1→mg/L").getBytes(StandardCharsets.UTF_8);
        String id = upload(as("operator"), STACK, name, file, 200)
                .body("accepted", equalTo(1))
                .body("quarantined", equalTo(1))
                .extract()
                .path("telegram");
        assertThat(intaken.revisions(STACK, "SO2", time)).containsExactly("5 00");
        telegrams(as("operator"), STACK, 10)
                .body("items.id", contains(id))
                .body("items.door", contains("upload"))
                .body("items.sentBy", contains("operator"))
                .body("items.name", contains(name))
                .body("items.accepted", contains(1))
                .body("items.quarantined", contains(1))
                .body("items.sha256", contains(sha256(file)))
                .body("next", nullValue());
        byte[] content = as("operator")
                .get("/api/ingestion/v1/telegrams/" + id + "/content")
                .asByteArray();
        assertThat(content).isEqualTo(file);
    }

    @Test
    void a_telegram_shows_the_readings_that_came_of_it_and_which_are_still_current() {
        String id = send(Tt10.text(time, "COD→5→mg/L", "COD→6→mg/L", "TSS→7→mg/L"));
        send(Tt10.text(time, "TSS→8→mg/L", "COD→6→mg/L"));
        String next = as("facility")
                .get("/api/ingestion/v1/telegrams/" + id + "/readings?limit=2")
                .then()
                .statusCode(200)
                .body("items.parameter", contains("COD", "COD"))
                .body("items.revision", contains(0, 1))
                .body("items.current", contains(false, true))
                .body("items.flags[0]", contains("late"))
                .extract()
                .path("next");
        as("facility")
                .get(next)
                .then()
                .body("items.parameter", contains("TSS"))
                .body("items.value", contains(7))
                .body("items.current", contains(false))
                .body("next", nullValue());
    }

    @Test
    void the_list_goes_on_after_a_page() {
        for (int i = 0; i < 3; i++) {
            send(Tt10.text(time, "COD→" + i + "→mg/L"));
        }
        String next = telegrams(as("facility"), PAPER_MILL, 2)
                .body("items.size()", equalTo(2))
                .body("items.door", contains("https", "https"))
                .body("items.sentBy", contains(nullValue(), nullValue()))
                .body("items.revised", contains(0, 1))
                .extract()
                .path("next");
        as("facility")
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.revised", contains(1))
                .body("next", nullValue());
    }

    @Test
    void everybody_has_the_own_stations_only() {
        byte[] file = Tt10.text(time, "COD→5→mg/L").getBytes(StandardCharsets.UTF_8);
        upload(as("facility"), PAPER_MILL, "by hand.txt", file, 200).body("accepted", equalTo(1));
        upload(as("facility"), AIR, "by hand.txt", file, 403);
        upload(as("ministry"), PAPER_MILL, "by hand.txt", file, 403);
        upload(as("operator"), "HG_NONE_NUO009", "by hand.txt", file, 404);
        upload(given().auth().preemptive().basic(PAPER_MILL, secretOf(PAPER_MILL)), PAPER_MILL, "x", file, 403);
        as("facility")
                .queryParam("station", AIR)
                .queryParam("from", began.toString())
                .queryParam("to", Instant.now().toString())
                .get("/api/ingestion/v1/telegrams")
                .then()
                .statusCode(403);
        as("operator").get("/api/ingestion/v1/telegrams").then().statusCode(400);
    }

    private static RequestSpecification as(String caller) {
        return given().auth().oauth2(DemoTokens.of(caller));
    }

    private static ValidatableResponse upload(
            RequestSpecification caller, String station, String name, byte[] file, int status) {
        return caller.contentType("application/octet-stream")
                .body(file)
                .post("/api/ingestion/v1/stations/{code}/uploads?name={name}", station, name)
                .then()
                .statusCode(status);
    }

    /** As the logger of the paper mill. */
    private static String send(String text) {
        return given().auth()
                .preemptive()
                .basic(PAPER_MILL, secretOf(PAPER_MILL))
                .contentType("text/plain")
                .body(text)
                .post("/api/ingestion/v1/stations/{code}/telegrams", PAPER_MILL)
                .then()
                .statusCode(200)
                .extract()
                .path("telegram");
    }

    private ValidatableResponse telegrams(RequestSpecification caller, String station, int limit) {
        return caller.queryParam("station", station)
                .queryParam("from", began.toString())
                .queryParam("to", Instant.now().plusSeconds(1).toString())
                .queryParam("limit", limit)
                .get("/api/ingestion/v1/telegrams")
                .then()
                .statusCode(200);
    }

    private static String sha256(byte[] file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }
}
