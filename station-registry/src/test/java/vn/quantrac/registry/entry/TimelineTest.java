package vn.quantrac.registry.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.registry.Instrument;

class TimelineTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant NEXT_YEAR = Instant.parse("2027-01-01T00:00:00Z");

    private final Timeline none = new Timeline(Kind.INSTRUMENT, "M1", List.of());

    private static Statement said(String model, Instant from, Instant to) {
        return new Statement(
                new Instrument("HG_GIAY_NUO001", List.of("COD"), null, model, null, null, null, null),
                "{\"model\": \"" + model + "\"}",
                from,
                to);
    }

    /** As the database gives it back, with the versions that it has counted. */
    private static Timeline stored(Consumer<Timeline> history) {
        Timeline timeline = new Timeline(Kind.INSTRUMENT, "M1", List.of());
        history.accept(timeline);
        return new Timeline(Kind.INSTRUMENT, "M1", timeline.periods());
    }

    private static Timeline since(Instant from) {
        return stored(timeline -> timeline.create(said("A", from, null), JUNE));
    }

    private static void refused(ThrowingCallable change, int status) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getStatusCode())
                        .isEqualTo(status));
    }

    @Test
    void what_begins_at_no_stated_time_begins_now() {
        EntryPeriod created = none.create(said("A", null, null), JUNE);
        assertThat(created.validFrom).isEqualTo(JUNE);
        assertThat(created.version).isZero();
        assertThat(created.station).isEqualTo("HG_GIAY_NUO001");
    }

    @Test
    void a_period_ends_after_it_begins() {
        refused(() -> none.create(said("A", JUNE, JUNE), JUNE), 400);
        refused(() -> since(MARCH).change(said("A", MARCH, JANUARY), 0, JUNE), 400);
    }

    @Test
    void a_code_is_created_once() {
        refused(() -> since(JANUARY).create(said("B", null, null), JUNE), 409);
        refused(() -> since(JANUARY).createUnseen(said("B", null, null), JUNE), 428);
    }

    @Test
    void a_change_from_a_later_time_ends_what_held() {
        Timeline timeline = since(JANUARY);
        EntryPeriod changed = timeline.change(said("B", MARCH, null), 0, JUNE);
        assertThat(timeline.periods()).extracting(period -> period.validFrom).containsExactly(JANUARY, MARCH);
        assertThat(timeline.periods().get(0).validTo).isEqualTo(MARCH);
        assertThat(timeline.opened()).containsExactly(changed);
        assertThat(changed.version).isEqualTo(2);
    }

    @Test
    void a_change_at_the_same_time_is_made_in_place() {
        Timeline timeline = since(JANUARY);
        timeline.change(said("B", null, NEXT_YEAR), 0, JUNE);
        assertThat(timeline.periods()).hasSize(1);
        assertThat(timeline.periods().get(0).attributes).contains("B");
        assertThat(timeline.periods().get(0).validTo).isEqualTo(NEXT_YEAR);
        assertThat(timeline.opened()).isEmpty();
        assertThat(timeline.changed()).isTrue();
    }

    @Test
    void saying_the_same_changes_nothing() {
        Timeline timeline = since(JANUARY);
        timeline.change(said("A", JANUARY, null), 0, JUNE);
        assertThat(timeline.changed()).isFalse();
    }

    @Test
    void the_past_is_not_changed_and_not_by_who_has_not_seen_the_newest() {
        refused(() -> since(MARCH).change(said("B", JANUARY, null), 0, JUNE), 409);
        refused(() -> since(MARCH).change(said("B", MARCH, null), 1, JUNE), 412);
        refused(() -> none.change(said("B", MARCH, null), 0, JUNE), 404);
    }

    @Test
    void an_end_keeps_what_held_and_withdraws_what_was_to_hold() {
        Timeline timeline = stored(history -> {
            history.create(said("A", JANUARY, null), JUNE);
            history.change(said("B", NEXT_YEAR, null), 0, JUNE);
        });
        timeline.end(2, JUNE);
        assertThat(timeline.periods()).hasSize(1);
        assertThat(timeline.periods().get(0).validTo).isEqualTo(JUNE);
        assertThat(timeline.withdrawn()).extracting(period -> period.validFrom).containsExactly(NEXT_YEAR);
    }

    @Test
    void what_has_ended_does_not_end_again_later() {
        Timeline timeline = stored(history -> history.create(said("A", JANUARY, MARCH), JUNE));
        refused(() -> timeline.end(0, JUNE), 404);
        assertThat(timeline.periods().get(0).validTo).isEqualTo(MARCH);
    }

    @Test
    void what_has_ended_opens_again_now_with_a_gap() {
        Timeline timeline = stored(history -> history.create(said("A", JANUARY, MARCH), JUNE));
        refused(() -> timeline.create(said("B", null, null), JUNE), 409);
        timeline.change(said("B", null, null), 0, JUNE);
        assertThat(timeline.periods()).extracting(period -> period.validFrom).containsExactly(JANUARY, JUNE);
        assertThat(timeline.periods().get(0).validTo).isEqualTo(MARCH);
    }

    @Test
    void an_imported_history_is_put_period_by_period_and_again_without_effect() {
        List<Statement> history = List.of(said("A", JANUARY, MARCH), said("B", MARCH, null));
        Timeline first = stored(timeline -> history.forEach(period -> timeline.put(period, JUNE)));
        assertThat(first.periods()).hasSize(2);
        history.forEach(period -> first.put(period, JUNE));
        assertThat(first.changed()).isFalse();
        refused(() -> first.put(said("C", JANUARY, MARCH), JUNE), 409);
    }
}
