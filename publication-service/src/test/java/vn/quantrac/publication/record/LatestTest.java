package vn.quantrac.publication.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.readings.Reading;

class LatestTest {
    private static final Instant TEN = Instant.parse("2026-11-24T03:00:00Z");

    @Test
    void a_status_lasts_as_long_as_readings_repeat_it() {
        Latest latest =
                Latest.first(reading(0, "00", 1)).and(reading(5, "01", 2)).and(reading(10, "01", 3));
        assertThat(latest.statusSince()).isEqualTo(TEN.plusSeconds(300));
        assertThat(latest.time()).isEqualTo(TEN.plusSeconds(600));
    }

    @Test
    void a_silence_of_more_than_an_hour_begins_it_anew() {
        Latest latest = Latest.first(reading(0, "00", 1));
        assertThat(latest.and(reading(60, "00", 1)).statusSince()).isEqualTo(TEN);
        assertThat(latest.and(reading(61, "00", 1)).statusSince()).isEqualTo(TEN.plusSeconds(3660));
    }

    @Test
    void a_late_reading_changes_nothing_and_a_revision_the_value() {
        Latest latest = Latest.first(reading(5, "00", 1));
        assertThat(latest.and(reading(0, "02", 9))).isEqualTo(latest);
        assertThat(latest.and(reading(5, "00", 7)).value()).isEqualByComparingTo("7");
    }

    private static Reading reading(int minute, String status, int value) {
        Instant time = TEN.plusSeconds(60L * minute);
        return new Reading(1, "S", "COD", time, BigDecimal.valueOf(value), "mg/L", status, List.of(), 0, time);
    }
}
