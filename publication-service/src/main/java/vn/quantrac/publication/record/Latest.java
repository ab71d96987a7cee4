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
    private static final Duration SILENCE = Duration.ofHours(1);

    static Latest first(Reading reading) {
        return of(reading, reading.time());
    }

    /** What is newest once this reading is known too; one that is older changes nothing. */
    Latest and(Reading reading) {
        if (reading.time().isBefore(time)) {
            return this;
        }
        boolean continues = reading.status().equals(status) && !reading.time().isAfter(time.plus(SILENCE));
        return of(reading, continues ? statusSince : reading.time());
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
