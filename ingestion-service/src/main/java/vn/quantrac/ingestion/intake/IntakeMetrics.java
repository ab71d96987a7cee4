package vn.quantrac.ingestion.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Outcome;

/** The counters of the README. */
@ApplicationScoped
class IntakeMetrics {
    private final MeterRegistry registry;
    private final Timer commit;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.commit = Timer.builder("ingestion.commit")
                .description("One transaction of many telegrams")
                .publishPercentileHistogram()
                .register(registry);
    }

    void waiting(Collection<?> queue) {
        registry.gaugeCollectionSize("ingestion.waiting", Tags.empty(), queue);
    }

    Timer commit() {
        return commit;
    }

    void count(Door door, Outcome outcome) {
        registry.counter("ingestion.telegrams", "door", door.tag(), "outcome", outcome.tag())
                .increment();
        readings("accepted", outcome.accepted());
        readings("revised", outcome.revised());
        readings("duplicate", outcome.duplicate());
        readings("quarantined", outcome.quarantined());
    }

    void replayed(ReplayCounts counts) {
        registry.counter("ingestion.replayed", "outcome", "stored").increment(counts.stored());
        registry.counter("ingestion.replayed", "outcome", "superseded").increment(counts.superseded());
        readings("accepted", counts.readings().accepted());
        readings("revised", counts.readings().revised());
        readings("duplicate", counts.readings().duplicate());
    }

    private void readings(String outcome, int number) {
        registry.counter("ingestion.readings", "outcome", outcome).increment(number);
    }
}
