package vn.quantrac.local.logger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.local.CannotRunException;

class SampleTimeTest {
    @Test
    void without_a_word_it_is_three_days_and_the_real_clock() {
        assertThat(SampleTime.from(Map.of())).isEqualTo(new SampleTime(Duration.ofHours(72), 1));
    }

    @ParameterizedTest
    @CsvSource({"90m, PT1H30M", "26h, PT26H", "3d, PT72H", "0m, PT0S", "60d, PT1440H"})
    void a_history_is_minutes_hours_or_days(String text, Duration history) {
        SampleTime time = SampleTime.from(Map.of("QUANTRAC_SAMPLE_HISTORY", text, "QUANTRAC_SAMPLE_SPEED", "60"));

        assertThat(time).isEqualTo(new SampleTime(history, 60));
        assertThat(SampleTime.from(time.environment())).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "72", "h", "-1h", "1.5h", "61d", "3 d", "999999d", "9999999999h"})
    void another_history_is_refused_in_one_line(String text) {
        assertThatThrownBy(() -> SampleTime.from(Map.of("QUANTRAC_SAMPLE_HISTORY", text)))
                .isInstanceOf(CannotRunException.class)
                .hasMessage("QUANTRAC_SAMPLE_HISTORY must be a time such as 90m, 72h or 3d and at most 60d, not '"
                        + text + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "fast", "10001", "99999999999"})
    void another_speed_is_refused_in_one_line(String text) {
        assertThatThrownBy(() -> SampleTime.from(Map.of("QUANTRAC_SAMPLE_SPEED", text)))
                .isInstanceOf(CannotRunException.class)
                .hasMessage("QUANTRAC_SAMPLE_SPEED must be a whole number from 1 to 10000, not '" + text + "'.");
    }
}
