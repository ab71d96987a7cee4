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
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import vn.quantrac.ingestion.reading.Understood;
import vn.quantrac.ingestion.telegram.Outcome;

/** The thread that commits what waits, and then tells those who wait. */
@ApplicationScoped
class Committer {
    private static final Logger LOG = Logger.getLogger(Committer.class);
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

    /** Lives until the stop: without it nobody gets in. */
    private void run() {
        boolean more = true;
        while (more) {
            try {
                List<Waiting> batch = intake.next(IDLE);
                if (!batch.isEmpty()) {
                    commit(batch);
                    committed.fire(new Committed());
                }
                more = !stopping || !batch.isEmpty();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void commit(List<Waiting> batch) throws InterruptedException {
        try {
            List<Understood> telegrams = batch.stream().map(Waiting::understood).toList();
            long began = System.nanoTime();
            Map<UUID, Outcome> outcomes = commit.write(telegrams);
            metrics.commit().record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            batch.forEach(waiting -> intake.committed(
                    waiting, outcomes.get(waiting.understood().telegram().id())));
        } catch (InterruptedException e) {
            batch.forEach(waiting -> intake.failed(waiting, e));
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "%d telegrams are not committed", batch.size());
            batch.forEach(waiting -> intake.failed(waiting, e));
        }
    }
}
