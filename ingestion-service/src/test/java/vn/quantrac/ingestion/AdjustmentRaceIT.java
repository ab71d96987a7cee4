package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.quantrac.ingestion.AdjustmentCalls.adjustment;
import static vn.quantrac.ingestion.AdjustmentCalls.decide;
import static vn.quantrac.ingestion.AdjustmentCalls.decideWith;
import static vn.quantrac.ingestion.AdjustmentCalls.proposed;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.DemoTokens;
import vn.quantrac.embedded.Postgres;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Telegram;

/** Who decides at the same time as others, and a database that dies meanwhile. */
@QuarkusTest
@RealParts
class AdjustmentRaceIT {
    @Inject
    Intaken intaken;

    @Inject
    Intake intake;

    Postgres postgres;

    private final AdjustmentCalls day = new AdjustmentCalls();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void of_decisions_at_once_one_is_taken() throws Exception {
        day.sent("40");
        String id = proposed("facility", day.rule("offset", 1));
        List<String> tokens = List.of(DemoTokens.of("operator"), DemoTokens.of("admin"));
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        try (Handle blocked = intaken.blockCommits()) {
            for (String token : tokens) {
                for (String action : List.of("approve", "reject")) {
                    answers.add(CompletableFuture.supplyAsync(() ->
                            decideWith(token, id, action, "proposed").extract().statusCode()));
                }
            }
            Thread.sleep(500);
            blocked.rollback();
        }
        List<Integer> statuses = new ArrayList<>();
        for (CompletableFuture<Integer> answer : answers) {
            statuses.add(answer.get(20, TimeUnit.SECONDS));
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
        String state = adjustment("operator", id).extract().path("state");
        assertThat(revisions()).isEqualTo(state.equals("approved") ? List.of("40 00", "41 00") : List.of("40 00"));
        intaken.mustBeWithoutGaps();
    }

    @Test
    void a_telegram_that_comes_in_meanwhile_is_before_it_or_after_it() throws Exception {
        day.sent("40");
        String id = proposed("operator", day.rule("offset", 1));
        CompletableFuture<Integer> approval;
        CompletableFuture<Outcome> telegram;
        try (Handle blocked = intaken.blockCommits()) {
            approval = CompletableFuture.supplyAsync(
                    () -> decide("admin", id, "approve", "proposed").extract().statusCode());
            telegram = send("77");
            Thread.sleep(500);
            assertThat(approval).isNotDone();
            blocked.rollback();
        }
        telegram.get(20, TimeUnit.SECONDS);
        if (approval.get(20, TimeUnit.SECONDS) == 200) {
            assertThat(revisions()).containsExactly("40 00", "41 00", "77 00");
            adjustment("operator", id).body("superseded", equalTo(1));
        } else {
            assertThat(approval.get()).isEqualTo(409);
            assertThat(revisions()).containsExactly("40 00", "77 00");
            adjustment("operator", id).body("state", equalTo("proposed"));
        }
        intaken.mustBeWithoutGaps();
    }

    @Test
    void a_database_that_dies_in_the_middle_leaves_all_of_it_or_nothing() throws Exception {
        day.sent("40", "41", "42");
        String id = proposed("operator", day.rule("offset", 1));
        Handle blocked = intaken.blockCommits();
        CompletableFuture<Integer> approval = CompletableFuture.supplyAsync(
                () -> decide("admin", id, "approve", "proposed").extract().statusCode());
        Thread.sleep(500);
        postgres.restart();
        try {
            blocked.close();
        } catch (RuntimeException e) {
            // Its connection died with the database.
        }
        assertThat(approval.get(30, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(500);
        adjustment("operator", id).statusCode(200).body("state", equalTo("proposed"));
        assertThat(revisions()).containsExactly("40 00");
        decide("admin", id, "approve", "proposed").statusCode(200);
        assertThat(revisions()).containsExactly("40 00", "41 00");
        intaken.mustBeWithoutGaps();
    }

    @Test
    void more_readings_than_one_adjustment_may_have_are_refused_and_as_many_go_in_at_once() throws Exception {
        Instant begin = day.at(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= 50_000; i++) {
            text.append(Tt10.line(begin.plusSeconds(i), "COD→" + i + "→mg/L", "00"));
        }
        assertThat(accept(text.toString()).get(120, TimeUnit.SECONDS).accepted())
                .isEqualTo(50_001);
        AdjustmentCalls.propose("operator", day.rule("factor", 2))
                .statusCode(422)
                .body("type", equalTo("/problems/too-many-readings"));
        String id = proposed(
                "operator",
                day.rule("factor", 2, "to", begin.plusSeconds(50_000).toString()));
        decide("admin", id, "approve", "proposed").statusCode(200).body("readings", equalTo(49_999));
        intaken.mustBeWithoutGaps();
    }

    private CompletableFuture<Outcome> send(String value) {
        return accept(Tt10.line(day.at(0), "COD→" + value + "→mg/L", "00"));
    }

    private CompletableFuture<Outcome> accept(String text) {
        return intake.accept(
                Telegram.of(Door.HTTPS, PAPER_MILL, null, text.getBytes(StandardCharsets.UTF_8), Instant.now()));
    }

    private List<String> revisions() {
        return intaken.revisions(PAPER_MILL, "COD", day.at(0));
    }
}
