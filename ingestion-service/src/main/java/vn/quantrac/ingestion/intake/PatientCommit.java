package vn.quantrac.ingestion.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.quantrac.ingestion.reading.Understood;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Reason;
import vn.quantrac.ingestion.telegram.Refusal;

/**
 * Commits for good: while the database does not answer it tries again, and a telegram that the database refuses does
 * not take its neighbours with it.
 */
@ApplicationScoped
class PatientCommit {
    private static final Logger LOG = Logger.getLogger(PatientCommit.class);
    private static final long FIRST_PAUSE = 50;

    private final GroupCommit groupCommit;
    private final IntakeConfig config;

    PatientCommit(GroupCommit groupCommit, IntakeConfig config) {
        this.groupCommit = groupCommit;
        this.config = config;
    }

    /** @throws InterruptedException when the service stops; then some may be stored and none was acknowledged */
    Map<UUID, Outcome> write(List<Understood> telegrams) throws InterruptedException {
        long pause = FIRST_PAUSE;
        while (true) {
            try {
                return groupCommit.write(telegrams);
            } catch (RuntimeException e) {
                if (DatabaseErrors.isOfTheData(e)) {
                    return withoutPoison(telegrams, e);
                }
                LOG.warnf("%d telegrams wait, the database does not take them: %s", telegrams.size(), e.getMessage());
                LOG.debug("Intake", e);
                Thread.sleep(pause);
                pause = Math.min(config.retryPause().toMillis(), 2 * pause);
            }
        }
    }

    /** One at a time; the one that the database refuses even so is kept without its readings. */
    private Map<UUID, Outcome> withoutPoison(List<Understood> telegrams, RuntimeException refused)
            throws InterruptedException {
        if (telegrams.size() == 1) {
            Understood poison = telegrams.get(0);
            if (poison.readings().isEmpty()) {
                throw new IllegalStateException(poison.telegram() + " cannot even be quarantined", refused);
            }
            LOG.warnf("%s is quarantined as a whole: %s", poison.telegram(), refused.getMessage());
            Refusal whole =
                    Refusal.whole(poison.telegram(), Reason.NOT_STORABLE, "The database does not take its readings");
            return write(List.of(Understood.refused(poison.telegram(), whole)));
        }
        Map<UUID, Outcome> outcomes = new HashMap<>();
        for (Understood telegram : telegrams) {
            outcomes.putAll(write(List.of(telegram)));
        }
        return outcomes;
    }
}
