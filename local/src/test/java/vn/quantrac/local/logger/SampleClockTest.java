package vn.quantrac.local.logger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SampleClockTest {
    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private final SetClock real = new SetClock();

    @Test
    void at_speed_one_it_is_the_real_clock() {
        SampleClock clock = new SampleClock(real, START.minus(Duration.ofDays(3)), 1);

        real.now = START.plusSeconds(7);
        assertThat(clock.now()).isEqualTo(real.now);
        assertThat(clock.until(START.plusSeconds(300))).isEqualTo(Duration.ofSeconds(293));
    }

    @Test
    void compressed_time_begins_where_the_loggers_left_off_and_never_passes_the_real_one() {
        Instant leftOff = START.minus(Duration.ofHours(59));
        SampleClock clock = new SampleClock(real, leftOff, 60);

        assertThat(clock.now()).isEqualTo(leftOff);
        real.now = START.plusSeconds(5);
        assertThat(clock.now()).isEqualTo(leftOff.plus(Duration.ofMinutes(5)));
        assertThat(clock.until(leftOff.plus(Duration.ofMinutes(10)))).isEqualTo(Duration.ofSeconds(5));
        real.now = START.plus(Duration.ofMinutes(59));
        assertThat(clock.now()).isBefore(real.now);
        real.now = START.plus(Duration.ofMinutes(60));
        assertThat(clock.now()).isEqualTo(real.now);
        real.now = START.plus(Duration.ofMinutes(90));
        assertThat(clock.now()).isEqualTo(real.now);
        assertThat(clock.until(real.now.plusSeconds(300))).isEqualTo(Duration.ofSeconds(300));
    }

    @Test
    void what_has_passed_is_not_waited_for() {
        assertThat(new SampleClock(real, START, 1).until(START.minusSeconds(1))).isZero();
    }

    private static final class SetClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
