package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantrac.ingestion.RegistryFixture.AIR;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies and callers beyond their bounds. */
@QuarkusTest
@RealParts
class OverloadIT {
    private static final int SHARE = 200;
    private static final int BEYOND = 20;

    @Inject
    Intaken intaken;

    private final Instant time = SampleTimes.next();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void a_compressed_telegram_is_one_and_its_limit_is_that_of_what_it_unpacks_to() throws Exception {
        byte[] telegram = Tt10.text(time, "COD→5→mg/L").getBytes(StandardCharsets.UTF_8);
        assertThat(Backlogs.taken(compressed(Backlogs.gzip(telegram))).getInt("accepted"))
                .isEqualTo(1);
        byte[] bomb = Backlogs.gzip(new byte[(8 << 20) + 1]);
        assertThat(bomb.length).isLessThan(10_000);
        assertThat(compressed(bomb).statusCode()).isEqualTo(413);
        assertThat(compressed(telegram).body()).contains("/problems/broken-body");
    }

    @Test
    void a_station_beyond_its_share_is_told_to_come_later_and_the_others_are_not() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> telegrams;
        try (Handle blocked = intaken.blockCommits()) {
            telegrams = IntStream.range(0, SHARE + BEYOND)
                    .mapToObj(i -> Backlogs.sendAsync(
                            Backlogs.telegramTo(PAPER_MILL), Tt10.text(time.plusSeconds(i), "COD→5→mg/L")))
                    .toList();
            Eventually.holds(
                    () -> telegrams.stream().filter(CompletableFuture::isDone).count() == BEYOND);
            CompletableFuture<HttpResponse<String>> other =
                    Backlogs.sendAsync(Backlogs.telegramTo(AIR), Tt10.text(time, "PM10→5→ug/m3"));
            blocked.rollback();
            assertThat(other.get().statusCode()).isEqualTo(200);
        }
        List<HttpResponse<String>> answers =
                telegrams.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(SHARE);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 429)
                .hasSize(BEYOND)
                .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent()
                        && answer.body().contains("/problems/too-much"));
    }

    @Test
    void a_database_that_does_not_answer_is_another_reason_to_come_later() throws Exception {
        try (Handle blocked = intaken.blockCommits()) {
            HttpResponse<String> refused =
                    Backlogs.send(Backlogs.telegramTo(PAPER_MILL), Tt10.text(time, "COD→5→mg/L"));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("/problems/intake-busy");
            blocked.rollback();
        }
        Eventually.holds(() -> intaken.revisions(PAPER_MILL, "COD", time).equals(List.of("5 00")));
    }

    private static HttpResponse<String> compressed(byte[] body) throws Exception {
        return Backlogs.send(Backlogs.telegramTo(PAPER_MILL).header("Content-Encoding", "gzip"), body);
    }
}
