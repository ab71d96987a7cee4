package vn.quantrac.registry.entry;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the changes that were tried, by kind and outcome. */
@ApplicationScoped
public class Changes {
    private final MeterRegistry meters;

    Changes(MeterRegistry meters) {
        this.meters = meters;
    }

    <T> Uni<T> counted(Kind kind, Uni<T> change) {
        return change.onItem()
                .invoke(() -> count(kind, "accepted", 1))
                .onFailure()
                .invoke(failure -> count(kind, failure instanceof HttpProblem ? "refused" : "failed", 1));
    }

    public void count(Kind kind, String outcome, int changes) {
        meters.counter("registry.changes", "kind", kind.eventType(), "outcome", outcome)
                .increment(changes);
    }
}
