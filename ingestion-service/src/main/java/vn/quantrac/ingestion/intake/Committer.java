package vn.quantrac.ingestion.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import vn.quantrac.ingestion.reading.Understood;
import vn.quantrac.ingestion.telegram.Outcome;

/** The thread that commits what waits, and then tells those who wait. */
@ApplicationScoped
class Committer {
    private static final Duration IDLE = Duration.ofMillis(200);

    private final Intake intake;
    private final PatientCommit commit;
    private final IntakeMetrics metrics;
    private final IntakeConfig config;
    private final Event<Committed> committed;
    private final Thread thread = new Thread(this::run, "intake-commit");
    private volatile boolean stopping;

    Committer(
            Intake intake,
            PatientCommit commit,
            IntakeMetrics metrics,
            IntakeConfig config,
            Event<Committed> committed) {
        this.intake = intake;
        this.commit = commit;
        this.metrics = metrics;
        this.config = config;
        this.committed = committed;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes @Priority(DoorOrder.CLOSE + 1) ShutdownEvent event) throws InterruptedException {
        intake.close();
        stopping = true;
        thread.join(config.stopPatience().toMillis());
        thread.interrupt();
    }

    private void run() {
        List<Waiting> batch = List.of();
        try {
            while (!stopping || !batch.isEmpty()) {
                batch = intake.next(IDLE);
                if (!batch.isEmpty()) {
                    commit(batch);
                }
            }
        } catch (InterruptedException e) {
            batch.forEach(waiting -> waiting.outcome().completeExceptionally(new CancellationException("Stopped")));
        }
    }

    private void commit(List<Waiting> batch) throws InterruptedException {
        List<Understood> telegrams = batch.stream().map(Waiting::understood).toList();
        long began = System.nanoTime();
        Map<UUID, Outcome> outcomes = commit.write(telegrams);
        metrics.commit().record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        for (Waiting waiting : batch) {
            intake.committed(
                    waiting, outcomes.get(waiting.understood().telegram().id()));
        }
        committed.fire(new Committed());
    }
}
