package vn.quantrac.ingestion.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quantrac.ingestion.registry.Series;

/** What is said of a value that people gave. */
class AdjustedFlagsTest {
    private static final Series PH =
            new Series(1, "pH", "[pH]", "pH", new BigDecimal(2), new BigDecimal(13), null, null, null);
    private static final List<String> ORIGINAL =
            List.of("calibration_expired", "late", "negative", "out_of_range", "saturated", "unit_assumed");

    @Test
    void another_value_loses_what_was_said_of_the_old_one() {
        assertThat(AdjustedFlags.of(ORIGINAL, Optional.of(new BigDecimal("7.1")), Optional.of(PH)))
                .containsExactly("adjusted", "calibration_expired", "late");
    }

    @Test
    void another_value_is_checked_like_any() {
        assertThat(AdjustedFlags.of(ORIGINAL, Optional.of(BigDecimal.ZERO), Optional.of(PH)))
                .containsExactly("adjusted", "calibration_expired", "late", "out_of_range", "zero");
        assertThat(AdjustedFlags.of(List.of(), Optional.of(new BigDecimal(-1)), Optional.of(PH)))
                .containsExactly("adjusted", "negative", "out_of_range");
        assertThat(AdjustedFlags.of(List.of(), Optional.of(new BigDecimal(-1)), Optional.empty()))
                .containsExactly("adjusted");
    }

    @Test
    void the_same_value_with_another_status_keeps_its_flags() {
        assertThat(AdjustedFlags.of(List.of("late", "saturated"), Optional.empty(), Optional.of(PH)))
                .containsExactly("adjusted", "late", "saturated");
    }
}
