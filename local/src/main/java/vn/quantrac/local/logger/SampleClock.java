package vn.quantrac.local.logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock of the sample loggers. At speed 1 it is the real one. At a higher speed it begins in the past, where the
 * loggers left off, and runs that much faster until it has caught up; then it is the real one. So a time stamp never
 * lies in the future: at speed 60 an hour is measured each minute, and three days of history last 72 minutes.
 */
final class SampleClock {
    private final Clock real;
    private final Instant realStart;
    private final Instant start;
    private final int speed;

    SampleClock(Clock real, Instant leftOff, int speed) {
        this.real = real;
        this.realStart = real.instant();
        this.start = speed == 1 || leftOff.isAfter(realStart) ? realStart : leftOff;
        this.speed = speed;
    }

    Instant now() {
        Instant now = real.instant();
        Instant fast = start.plus(Duration.between(realStart, now).multipliedBy(speed));
        return fast.isBefore(now) ? fast : now;
    }

    /** How long it really takes until this clock shows an instant; nothing when it has passed. */
    Duration until(Instant instant) {
        Duration shown = Duration.between(now(), instant);
        Duration wait = now().isBefore(real.instant()) ? shown.dividedBy(speed) : shown;
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
