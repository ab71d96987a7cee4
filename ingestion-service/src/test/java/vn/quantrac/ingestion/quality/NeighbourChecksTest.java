package vn.quantrac.ingestion.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeighbourChecksTest {
    private static final Instant BEGIN = Instant.parse("2026-06-15T00:00:00Z");

    private final ConstantRuns constantRuns = new ConstantRuns(12, Set.of("Flow"));
    private final Spikes spikes = new Spikes(12, new BigDecimal("8"));
    private final FrozenQuality frozen = new FrozenQuality(Set.of("Flow", "FlowOut"));
    private final Parts parts = new Parts(new BigDecimal("0.05"));

    @Test
    void twelve_equal_values_are_suspect_all_of_them_and_eleven_are_not() {
        assertThat(constantRuns.in("COD", series(equal(12, "58.7")))).hasSize(12);
        assertThat(constantRuns.in("COD", series(equal(11, "58.7")))).isEmpty();
        List<String> twoRuns = new ArrayList<>(equal(11, "58.7"));
        twoRuns.addAll(equal(13, "58.8"));
        assertThat(constantRuns.in("COD", series(twoRuns))).hasSize(13).contains(at(11), at(23));
    }

    @Test
    void equal_is_what_is_worth_the_same() {
        List<String> written = new ArrayList<>(equal(6, "58.7"));
        written.addAll(equal(6, "58.70"));
        assertThat(constantRuns.in("COD", series(written))).hasSize(12);
    }

    @Test
    void no_flow_may_last_and_a_flow_that_does_not_move_may_not() {
        assertThat(constantRuns.in("Flow", series(equal(100, "0")))).isEmpty();
        assertThat(constantRuns.in("Flow", series(equal(12, "41200")))).hasSize(12);
        assertThat(constantRuns.in("COD", series(equal(12, "0.0")))).hasSize(12);
    }

    @Test
    void a_value_beyond_eight_deviations_is_a_spike_and_the_next_one_is_not() {
        // Median 60.5, median absolute deviation 0.5: up to 64.5 is usual.
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            values.addAll(List.of("60", "61"));
        }
        values.addAll(List.of("64.5", "60", "64.6", "61"));
        assertThat(spikes.in(series(values))).containsExactly(at(14));
    }

    @Test
    void nothing_is_said_of_too_few_values_or_after_equal_ones() {
        List<String> equal = new ArrayList<>(equal(12, "60"));
        equal.add("900");
        assertThat(spikes.in(series(equal))).isEmpty();
        assertThat(spikes.in(series(List.of("1", "2", "3", "900")))).isEmpty();
    }

    @Test
    void a_part_may_be_five_percent_above_its_whole_and_not_more() {
        assertThat(parts.above(series(List.of("10.5", "10.51", "9")), series(List.of("10", "10", "10"))))
                .containsExactly(at(1));
        assertThat(parts.above(series(List.of("10.51")), List.of(new Measured(at(0), BigDecimal.ONE, "mg/m3"))))
                .isEmpty();
        assertThat(parts.above(series(List.of("10.51")), List.of())).isEmpty();
    }

    @Test
    void quality_that_is_frozen_while_it_flows_is_inconsistent_where_all_of_it_is() {
        Map<String, List<Measured>> series = Map.of(
                "Flow", series(List.of("5", "0", "5", "5")),
                "COD", series(equal(4, "58.7")),
                "pH", series(equal(3, "7.1")));
        Set<Instant> all = Set.of(at(0), at(1), at(2), at(3));
        assertThat(frozen.in(series, Map.of("COD", all, "pH", all))).containsExactlyInAnyOrder(at(0), at(2));
        assertThat(frozen.in(series, Map.of("COD", all))).isEmpty();
        assertThat(frozen.in(series, Map.of("COD", all, "pH", Set.of(at(2))))).containsExactly(at(2));
    }

    private static List<String> equal(int number, String value) {
        return Collections.nCopies(number, value);
    }

    private static Instant at(int index) {
        return BEGIN.plusSeconds(300L * index);
    }

    private static List<Measured> series(List<String> values) {
        List<Measured> series = new ArrayList<>();
        for (String value : values) {
            series.add(new Measured(at(series.size()), new BigDecimal(value), "mg/L"));
        }
        return series;
    }
}
