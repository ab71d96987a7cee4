package vn.quantrac.ingestion;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Times in the past that no other test uses: one database serves them all. */
final class SampleTimes {
    private static final Instant BEGIN =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(30, ChronoUnit.DAYS);
    private static final AtomicInteger GIVEN = new AtomicInteger();

    private SampleTimes() {}

    static Instant next() {
        return BEGIN.plus(5L * GIVEN.incrementAndGet(), ChronoUnit.MINUTES);
    }
}
