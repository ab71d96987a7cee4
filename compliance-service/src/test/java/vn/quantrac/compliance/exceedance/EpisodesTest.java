package vn.quantrac.compliance.exceedance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;
import vn.quantrac.feeds.verdicts.Exceedance;
import vn.quantrac.feeds.verdicts.Mean;

class EpisodesTest {
    private static final Instant START = Instant.parse("2026-11-01T17:00:00Z");

    @Test
    void an_episode_opens_with_the_first_interval_outside_and_closes_with_the_first_inside() {
        List<Exceedance> episodes = episodes(null, "81.0", "70", "90", "95.5", "80", "70");

        assertThat(episodes).singleElement().satisfies(episode -> {
            assertThat(episode.openedAt()).isEqualTo(day(1));
            assertThat(episode.lastAt()).isEqualTo(day(3));
            assertThat(episode.closedAt()).isEqualTo(day(4));
            assertThat(episode.intervals()).isEqualTo(2);
            assertThat(episode.peak()).isEqualByComparingTo("95.5");
            assertThat(episode.peakRatio()).isEqualByComparingTo("1.179012");
        });
    }

    @Test
    void a_value_equal_to_the_limit_is_no_exceedance() {
        assertThat(episodes(null, "6.600", "6.6", "6.60")).isEmpty();
        assertThat(episodes(null, "6.6", "6.6000000001")).hasSize(1);
    }

    @Test
    void an_invalid_interval_neither_opens_nor_closes() {
        assertThat(episodes(null, "81.0", "70", "invalid 200", "70")).isEmpty();
        assertThat(episodes(null, "81.0", "90", "invalid 10", "90"))
                .singleElement()
                .satisfies(episode -> {
                    assertThat(episode.intervals()).isEqualTo(2);
                    assertThat(episode.closedAt()).isNull();
                });
    }

    @Test
    void both_bounds_of_ph_count_and_the_farthest_value_is_the_peak() {
        assertThat(episodes("6", "9", "5.5", "5.2", "7")).singleElement().satisfies(episode -> {
            assertThat(episode.peak()).isEqualByComparingTo("5.2");
            assertThat(episode.peakRatio()).isEqualByComparingTo("0.866667");
        });
        assertThat(episodes("6", "9", "9.5", "7", "5.9")).hasSize(2);
        // 5.9 is 0.1 below its bound, 9.5 is 0.5 above the other one.
        assertThat(episodes("6", "9", "5.9", "9.5", "5.8")).singleElement().satisfies(episode -> {
            assertThat(episode.peak()).isEqualByComparingTo("9.5");
            assertThat(episode.peakRatio()).isEqualByComparingTo("1.055556");
        });
    }

    @Test
    void an_episode_ends_where_no_limit_holds_any_more() {
        AppliedLimit ending = limit(null, "81.0", day(2));
        List<Exceedance> episodes = Episodes.of(means("90", "90", "90", "90"), List.of(ending));

        assertThat(episodes).singleElement().satisfies(episode -> {
            assertThat(episode.intervals()).isEqualTo(2);
            assertThat(episode.closedAt()).isEqualTo(day(3));
        });
    }

    private static List<Exceedance> episodes(String min, String max, String... values) {
        return Episodes.of(means(values), List.of(limit(min, max, null)));
    }

    private static Instant day(int n) {
        return START.plus(Duration.ofDays(n));
    }

    private static List<Mean> means(String... values) {
        List<Mean> means = new ArrayList<>();
        for (int n = 0; n < values.length; n++) {
            boolean valid = !values[n].startsWith("invalid ");
            BigDecimal value = new BigDecimal(values[n].replace("invalid ", ""));
            means.add(new Mean(1, "S", "COD", Averaging.DAY, day(n), day(n + 1), value, valid ? 24 : 3, 24, valid, 0));
        }
        return means;
    }

    private static AppliedLimit limit(String min, String max, Instant validTo) {
        return new AppliedLimit(
                1,
                "S",
                "COD",
                "QCVN 40:2011/BTNMT",
                "A",
                Averaging.DAY,
                min == null ? null : new BigDecimal(min),
                new BigDecimal(max),
                "mg/L",
                "",
                true,
                Instant.EPOCH,
                validTo,
                false);
    }
}
