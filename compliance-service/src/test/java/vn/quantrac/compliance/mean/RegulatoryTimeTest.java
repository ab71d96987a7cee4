package vn.quantrac.compliance.mean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegulatoryTimeTest {
    private final RegulatoryTime times = new RegulatoryTime(ZoneId.of("Asia/Ho_Chi_Minh"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T03:00:00Z,2026-11-24T03:00:00Z",
        "2026-11-24T03:00:00.001Z,2026-11-24T04:00:00Z",
        "2026-11-24T03:05:00Z,2026-11-24T04:00:00Z",
        "2026-11-24T03:59:59.999Z,2026-11-24T04:00:00Z"
    })
    void an_hour_includes_its_end_and_not_its_start(Instant instant, Instant hour) {
        assertThat(times.hourOf(instant)).isEqualTo(hour);
    }

    /** Midnight in Viet Nam, 17:00 UTC, is the last moment of the day. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T17:00:00Z,2026-11-24T17:00:00Z",
        "2026-11-24T17:00:00.001Z,2026-11-25T17:00:00Z",
        "2026-11-24T17:05:00Z,2026-11-25T17:00:00Z",
        "2026-11-25T00:00:00Z,2026-11-25T17:00:00Z"
    })
    void a_day_is_one_of_viet_nam_and_includes_its_midnight(Instant instant, Instant day) {
        assertThat(times.dayOf(instant)).isEqualTo(day);
        assertThat(times.startOfDay(day)).isEqualTo(day.minusSeconds(86_400));
    }
}
