package vn.quantrac.ingestion.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import vn.quantrac.ingestion.reading.Understood;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Outcome;

/** The counters of the README. */
@ApplicationScoped
class IntakeMetrics {
    private final MeterRegistry registry;
    private final Clock clock;
    private final Timer commit;
    private final Counter stored;
    private final Counter superseded;
    private final Map<Door, DoorMetrics> doors = new EnumMap<>(Door.class);

    IntakeMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.commit = Timer.builder("ingestion.commit")
                .description("One transaction of many telegrams")
                .publishPercentileHistogram()
                .register(registry);
        this.stored = registry.counter("ingestion.replayed", "outcome", "stored");
        this.superseded = registry.counter("ingestion.replayed", "outcome", "superseded");
        for (Door door : Door.values()) {
            doors.put(door, new DoorMetrics(registry, door));
        }
    }

    void waiting(FairQueue queue) {
        registry.gauge("ingestion.waiting", queue, FairQueue::size);
    }

    Timer commit() {
        return commit;
    }

    /** What was committed now. */
    void count(Understood understood, Outcome outcome) {
        doors.get(understood.telegram().door()).count(understood, outcome, clock.instant());
    }

    void replayed(ReplayCounts counts) {
        stored.increment(counts.stored());
        superseded.increment(counts.superseded());
        replayedReadings("accepted", counts.readings().accepted());
        replayedReadings("revised", counts.readings().revised());
        replayedReadings("duplicate", counts.readings().duplicate());
    }

    private void replayedReadings(String outcome, int number) {
        registry.counter("ingestion.readings", "door", "replay", "outcome", outcome)
                .increment(number);
    }
}
