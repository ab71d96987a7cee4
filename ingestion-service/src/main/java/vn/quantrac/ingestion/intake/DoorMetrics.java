package vn.quantrac.ingestion.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import vn.quantrac.ingestion.reading.NewReading;
import vn.quantrac.ingestion.reading.Understood;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Outcome;

/** The counters of one door. */
final class DoorMetrics {
    private final MeterRegistry registry;
    private final String door;
    private final Counter accepted;
    private final Counter revised;
    private final Counter duplicate;
    private final Counter quarantined;
    private final Counter late;
    private final Timer lag;

    DoorMetrics(MeterRegistry registry, Door door) {
        this.registry = registry;
        this.door = door.tag();
        this.accepted = readings("accepted");
        this.revised = readings("revised");
        this.duplicate = readings("duplicate");
        this.quarantined = readings("quarantined");
        this.late = Counter.builder("ingestion.late")
                .description("Readings that came more than 5 minutes after their time")
                .tag("door", this.door)
                .register(registry);
        this.lag = Timer.builder("ingestion.lag")
                .description("From the newest reading of a telegram to its commit")
                .tag("door", this.door)
                .register(registry);
    }

    private Counter readings(String outcome) {
        return registry.counter("ingestion.readings", "door", door, "outcome", outcome);
    }

    void count(Understood understood, Outcome outcome, Instant now) {
        registry.counter("ingestion.telegrams", "door", door, "outcome", outcome.tag())
                .increment();
        quarantined.increment(outcome.quarantined());
        accepted.increment(outcome.accepted());
        revised.increment(outcome.revised());
        duplicate.increment(outcome.duplicate());
        if (outcome.rejected()) {
            return;
        }
        Instant newest = null;
        int tooLate = 0;
        for (NewReading reading : understood.readings()) {
            tooLate += reading.flags().contains("late") ? 1 : 0;
            newest = newest == null || reading.time().isAfter(newest) ? reading.time() : newest;
        }
        late.increment(tooLate);
        if (newest != null) {
            // A logger's clock may be ahead.
            lag.record(newest.isAfter(now) ? Duration.ZERO : Duration.between(newest, now));
        }
    }
}
