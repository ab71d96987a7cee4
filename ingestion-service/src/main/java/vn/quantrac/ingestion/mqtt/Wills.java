package vn.quantrac.ingestion.mqtt;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.intake.IntakeBusyException;
import vn.quantrac.ingestion.telegram.Telegram;

/** Takes in the wills of connections that have ended, when there is room for them. */
@ApplicationScoped
class Wills {
    private static final Logger LOG = Logger.getLogger(Wills.class);
    private static final long RETRY_MILLIS = 1_000;
    /** Wills that wait for room; with nobody left to hold them back, there must be an end. */
    private static final int MOST = 5_000;

    private final Vertx vertx;
    private final Intake intake;
    private final AtomicInteger waiting = new AtomicInteger();

    Wills(Vertx vertx, Intake intake) {
        this.vertx = vertx;
        this.intake = intake;
    }

    void take(Telegram will) {
        try {
            intake.accept(will);
        } catch (IntakeBusyException e) {
            if (waiting.incrementAndGet() > MOST) {
                waiting.decrementAndGet();
                LOG.warnf("The will of a logger of %s is lost: too many wait", will.station());
                return;
            }
            vertx.setTimer(RETRY_MILLIS, now -> {
                waiting.decrementAndGet();
                take(will);
            });
        }
    }
}
