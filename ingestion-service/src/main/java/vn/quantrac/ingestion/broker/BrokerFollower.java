package vn.quantrac.ingestion.broker;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import vn.quantrac.ingestion.intake.Intake;

/**
 * Follows an outside broker: it stays connected, takes in what is published there, and acknowledges a message when
 * PostgreSQL has committed it.
 */
public final class BrokerFollower {
    private static final Logger LOG = Logger.getLogger(BrokerFollower.class);
    private static final long FIRST_PAUSE = 500;

    private final OutsideBroker broker;
    private final String group;
    private final TopicLayout topics;
    private final Intake intake;
    private final Clock clock;
    private final long longestPause;
    private final Thread thread = new Thread(this::run, "outside-broker");
    private volatile BrokerConnection connection;
    private volatile boolean stopping;
    private boolean subscribed;
    private boolean away;

    /**
     * @param group the followers that share the messages
     * @param longestPause between two attempts to connect
     */
    public BrokerFollower(
            OutsideBroker broker, String group, TopicLayout topics, Duration longestPause, Intake intake, Clock clock) {
        this.broker = broker;
        this.group = group;
        this.topics = topics;
        this.longestPause = longestPause.toMillis();
        this.intake = intake;
        this.clock = clock;
    }

    public void start() {
        thread.start();
    }

    /** Whether it is connected and subscribed. */
    public boolean isFollowing() {
        BrokerConnection current = connection;
        return current != null && current.isSubscribed();
    }

    /** Messages that were taken in and wait for their commit. */
    public int uncommitted() {
        BrokerConnection current = connection;
        return current == null ? 0 : current.uncommitted();
    }

    /** Takes in nothing more, acknowledges what is committed within the time, and leaves the rest to that broker. */
    public void stop(Duration patience) throws InterruptedException {
        stopping = true;
        BrokerConnection current = connection;
        if (current != null) {
            current.close(patience);
        }
        thread.interrupt();
        thread.join(patience.toMillis());
    }

    private void run() {
        long pause = FIRST_PAUSE;
        try {
            while (!stopping) {
                pause = follow() ? FIRST_PAUSE : Math.min(longestPause, 2 * pause);
                if (!stopping) {
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The outside broker is not followed any more");
        }
    }

    /** Until the connection ends; returns whether there was one. */
    private boolean follow() throws InterruptedException {
        BrokerConnection current = null;
        try {
            subscribeOnce();
            current = new BrokerConnection(broker, topics, intake, clock);
            connection = current;
            current.open(broker, group);
            away = false;
            LOG.infof("Follows %s at %s", topics.filter(), broker);
            Throwable end = current.awaitEnd();
            if (!stopping) {
                LOG.warnf("The connection to %s ended: %s", broker, end.getMessage());
            }
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            subscribed = false;
            report(e);
            return false;
        } finally {
            if (current != null) {
                current.close(Duration.ZERO);
            }
        }
    }

    /** A session of an earlier run may have begun without its subscription, if that run was killed in between. */
    private void subscribeOnce() throws ExecutionException, InterruptedException, TimeoutException {
        if (!subscribed) {
            BrokerConnection first = new BrokerConnection(broker, topics, intake, clock);
            try {
                first.subscribe(broker, group);
                subscribed = true;
            } finally {
                first.close(Duration.ZERO);
            }
        }
    }

    /** Once, however long that broker is away. */
    private void report(Exception e) {
        Throwable reason = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        if (away) {
            LOG.debugf("%s cannot be followed: %s", broker, reason.getMessage());
        } else {
            LOG.warnf("%s cannot be followed and is tried again: %s", broker, reason);
        }
        away = true;
    }
}
