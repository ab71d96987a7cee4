package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.DemoTokens;

/** Requests that are repeated because their answer was lost. */
@QuarkusTest
@RealParts
class IdempotencyKeyIT {
    @Inject
    Intaken intaken;

    private final Instant time = SampleTimes.next();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void a_telegram_that_is_repeated_is_answered_as_the_first_time() {
        String text = Tt10.text(time, "COD→5→mg/L", "XYZ→1→mg/L");
        long before = intaken.telegrams(PAPER_MILL);
        String first = send(text).statusCode(200).extract().asString();
        send(Tt10.text(time, "COD→6→mg/L")).statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
        send(text)
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("duplicate", equalTo(0))
                .body("refusals.line", contains(2));
        assertThat(send(text).extract().asString()).isEqualTo(first);
        assertThat(intaken.telegrams(PAPER_MILL)).isEqualTo(before + 1);
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("5 00");
    }

    @Test
    void many_at_once_are_one() throws Exception {
        String text = Tt10.text(time, "COD→5→mg/L");
        long before = intaken.telegrams(PAPER_MILL);
        Handle blocked = intaken.blockCommits();
        List<CompletableFuture<String>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> send(text).statusCode(200).extract().asString()))
                .toList();
        Thread.sleep(500);
        blocked.rollback();
        blocked.close();
        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(intaken.telegrams(PAPER_MILL)).isEqualTo(before + 1);
        assertThat(send(text).extract().<Integer>path("accepted")).isEqualTo(1);
    }

    @Test
    void an_upload_that_is_repeated_is_one() {
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(DemoTokens.of("operator"))
                    .contentType("text/plain")
                    .header("Idempotency-Key", key)
                    .body(Tt10.text(time, "COD→5→mg/L"))
                    .post("/api/ingestion/v1/stations/{code}/uploads?name=x.txt", PAPER_MILL)
                    .then()
                    .statusCode(200)
                    .body("accepted", equalTo(1));
        }
    }

    @Test
    void a_stream_that_is_repeated_is_answered_as_the_first_time() throws Exception {
        Instant from = time.minus(Duration.ofDays(150));
        String body = Backlogs.csv(from, 15_000) + "XYZ," + from + ",1,mg/L,00";
        for (int i = 0; i < 2; i++) {
            JsonPath taken = JsonPath.from(stream(body, 200).body());
            assertThat(taken.getLong("accepted")).isEqualTo(15_000);
            assertThat(taken.getList("refusals.line")).isEqualTo(List.of(15_002));
        }
        assertThat(stream(body.substring(0, body.length() / 2), 422).body())
                .contains("/problems/idempotency-key-reused");
        stream(body + "\r\n" + Backlogs.line(from, 7), 422);
        stream(Backlogs.csv(from, 16_000).replace("COD", "TSS"), 422);
        assertThat(intaken.revisions(PAPER_MILL, "COD", from)).containsExactly("0 00");
        assertThat(intaken.revisions(PAPER_MILL, "TSS", from)).isEmpty();
    }

    @Test
    void a_key_that_is_none_is_refused() {
        given().auth()
                .preemptive()
                .basic(PAPER_MILL, secretOf(PAPER_MILL))
                .contentType("text/plain")
                .header("Idempotency-Key", "x".repeat(256))
                .body("x")
                .post("/api/ingestion/v1/stations/{code}/telegrams", PAPER_MILL)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-parameter"));
    }

    private HttpResponse<String> stream(String body, int status) throws Exception {
        HttpResponse<String> response = Backlogs.send(Backlogs.to(PAPER_MILL).header("Idempotency-Key", key), body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return response;
    }

    private ValidatableResponse send(String text) {
        return given().auth()
                .preemptive()
                .basic(PAPER_MILL, secretOf(PAPER_MILL))
                .contentType("text/plain")
                .header("Idempotency-Key", key)
                .body(text)
                .post("/api/ingestion/v1/stations/{code}/telegrams", PAPER_MILL)
                .then();
    }
}
