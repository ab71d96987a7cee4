package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.Postgres;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Telegram;

/** Many telegrams at once, and a database that goes away. */
@QuarkusTest
@RealParts
class GroupCommitIT {
    @Inject
    Intake intake;

    @Inject
    Intaken intaken;

    Postgres postgres;

    private final Instant time = SampleTimes.next();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void telegrams_of_one_commit_are_decided_in_their_order() throws Exception {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        try (Handle blocked = intaken.blockCommits()) {
            // The first may be alone in a batch that already waits; the others share the next one.
            for (String value : List.of("1", "1", "2", "2", "1", "3")) {
                outcomes.add(send("COD→" + value + "→mg/L"));
            }
            Thread.sleep(300);
            assertThat(outcomes).noneMatch(CompletableFuture::isDone);
            blocked.rollback();
        }
        List<String> became = new ArrayList<>();
        for (CompletableFuture<Outcome> outcome : outcomes) {
            Outcome stored = outcome.get(20, TimeUnit.SECONDS);
            became.add(stored.accepted() + "/" + stored.revised() + "/" + stored.duplicate());
        }
        assertThat(became).containsExactly("1/0/0", "0/0/1", "0/1/0", "0/0/1", "0/1/0", "0/1/0");
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("1 00", "2 00", "1 00", "3 00");
        intaken.mustBeWithoutGaps();
    }

    @Test
    void a_telegram_that_cannot_be_stored_does_not_take_its_neighbours_with_it() throws Exception {
        // Not a number PostgreSQL can hold in the column, simulated by a constraint.
        intaken.forbid("TSS", "-99");
        try {
            CompletableFuture<Outcome> before = send("COD→1→mg/L");
            CompletableFuture<Outcome> poison = send("TSS→-99→mg/L");
            CompletableFuture<Outcome> after = send("NH4→1→mg/L");
            assertThat(before.get(20, TimeUnit.SECONDS).accepted()).isEqualTo(1);
            assertThat(after.get(20, TimeUnit.SECONDS).accepted()).isEqualTo(1);
            assertThat(poison.get(20, TimeUnit.SECONDS).refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.reason().slug()).isEqualTo("not-storable"));
        } finally {
            intaken.allowAll();
        }
        intaken.mustBeWithoutGaps();
    }

    @Test
    void concurrent_senders_leave_no_gap_and_no_second_row() throws Exception {
        long before = intaken.readings();
        Instant begin = time.minusSeconds(40L * 86_400);
        ExecutorService loggers = Executors.newFixedThreadPool(8);
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int logger = 0; logger < 8; logger++) {
            int own = logger;
            outcomes.add(CompletableFuture.supplyAsync(() -> null, loggers).thenCompose(start -> {
                CompletableFuture<Outcome> last = null;
                for (int n = 0; n < 200; n++) {
                    // All of them send the same times, every other one another value.
                    last = send(begin.plusSeconds(300L * n), "COD→" + own % 2 + "→mg/L", "TSS→7→mg/L");
                }
                return last;
            }));
        }
        for (CompletableFuture<Outcome> outcome : outcomes) {
            outcome.get(60, TimeUnit.SECONDS);
        }
        loggers.shutdown();
        intaken.mustBeWithoutGaps();
        assertThat(intaken.readings() - before).isGreaterThanOrEqualTo(2 * 200);
        assertThat(intaken.revisions(PAPER_MILL, "TSS", begin)).containsExactly("7 00");
    }

    @Test
    void a_killed_database_loses_nothing_and_nothing_is_acknowledged_meanwhile() throws Exception {
        Instant begin = time.minusSeconds(80L * 86_400);
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int n = 0; n < 300; n++) {
            outcomes.add(send(begin.plusSeconds(300L * n), "COD→1→mg/L"));
            if (n == 100) {
                postgres.restart();
            }
        }
        for (CompletableFuture<Outcome> outcome : outcomes) {
            Outcome stored = outcome.get(60, TimeUnit.SECONDS);
            assertThat(stored.accepted()).isEqualTo(1);
        }
        for (int n = 0; n < 300; n++) {
            assertThat(intaken.revisions(PAPER_MILL, "COD", begin.plusSeconds(300L * n)))
                    .containsExactly("1 00");
        }
        intaken.mustBeWithoutGaps();
    }

    private CompletableFuture<Outcome> send(String... readings) {
        return send(time, readings);
    }

    private CompletableFuture<Outcome> send(Instant measured, String... readings) {
        byte[] content = Tt10.text(measured, readings).getBytes(StandardCharsets.UTF_8);
        return intake.accept(Telegram.of(Door.HTTPS, PAPER_MILL, null, content, Instant.now()));
    }
}
