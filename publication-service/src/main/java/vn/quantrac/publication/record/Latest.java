package vn.quantrac.publication.record;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.quantrac.feeds.readings.Reading;

/**
 * The newest reading of a datastream.
 *
 * @param statusSince the first reading of the unbroken run that has this status; a silence of an hour breaks the run
 */
@RegisterForReflection
public record Latest(
        long datastream,
        Instant time,
        BigDecimal value,
        String unit,
        String status,
        List<String> flags,
        Instant statusSince) {
    static final Duration SILENCE = Duration.ofHours(1);

    static Latest first(Reading reading) {
        return of(reading, reading.time());
    }

    /** What is newest once this reading is known too; an older one can only shorten the run, down to what is sure. */
    Latest and(Reading reading) {
        if (reading.time().isBefore(time)) {
            return breaks(reading) ? since(time) : this;
        }
        boolean continues = reading.status().equals(status) && !reading.time().isAfter(time.plus(SILENCE));
        return of(reading, continues ? statusSince : reading.time());
    }

    /** Whether a reading that is not newer may have moved the start of the run; what is on record tells. */
    boolean unsettledBy(Reading reading) {
        return breaks(reading)
                || reading.status().equals(status)
                        && reading.time().isBefore(statusSince)
                        && !reading.time().plus(SILENCE).isBefore(statusSince);
    }

    /** Whether the reading has another status and lies within the run. */
    private boolean breaks(Reading reading) {
        return !reading.status().equals(status)
                && !reading.time().isBefore(statusSince)
                && !reading.time().isAfter(time);
    }

    private Latest since(Instant since) {
        return new Latest(datastream, time, value, unit, status, flags, since);
    }

    private static Latest of(Reading reading, Instant since) {
        return new Latest(
                reading.datastream(),
                reading.time(),
                reading.value(),
                reading.unit(),
                reading.status(),
                reading.flags() == null ? List.of() : reading.flags(),
                since);
    }

    public boolean measuring() {
        return status.equals(Reading.MEASURING);
    }
}
