package vn.quantrac.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Announces a feed's new events, soon after {@link #changed()} and at least every second. An announcement is a
 * hint: one that is lost, or said by two replicas, is repaired or ignored by the follower.
 */
public final class FeedAnnouncer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FeedAnnouncer.class);
    private static final int BATCH = 500;
    /** What comes faster is announced together. */
    private static final long PAUSE_NANOS = 50_000_000;

    private final Feed feed;
    private final Consumer<byte[]> send;
    private final Predicate<FeedEvent> mayBeBroadcast;
    private final ObjectMapper json;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "feed-announcer");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile long announced;
    private volatile long lastAnnounced = System.nanoTime() - PAUSE_NANOS;

    /**
     * @param send gives a message to the broker; it must not block for long
     * @param mayBeBroadcast false for events that only a follower with a token may see
     */
    public FeedAnnouncer(Feed feed, Consumer<byte[]> send, Predicate<FeedEvent> mayBeBroadcast, ObjectMapper json) {
        this.feed = feed;
        this.send = send;
        this.mayBeBroadcast = mayBeBroadcast;
        this.json = json;
    }

    /** Begins with what is appended from now on. */
    public void start() {
        announced = feed.head();
        timer.scheduleWithFixedDelay(this::announce, 0, 1, TimeUnit.SECONDS);
    }

    /** Says that a transaction which appended events has committed. */
    public void changed() {
        if (!timer.isShutdown() && asked.compareAndSet(false, true)) {
            long pause = lastAnnounced + PAUSE_NANOS - System.nanoTime();
            timer.schedule(this::announce, Math.max(0, pause), TimeUnit.NANOSECONDS);
        }
    }

    private void announce() {
        asked.set(false);
        lastAnnounced = System.nanoTime();
        try {
            long head = feed.head();
            if (head - announced > BATCH) {
                // A backlog: whoever wants it reads it, and saying it too would cost as much again.
                send.accept(json.writeValueAsBytes(new FeedAnnouncement(feed.name(), announced, head, null)));
                announced = head;
            }
            while (announced < head) {
                FeedPage page = feed.read(announced, BATCH);
                send.accept(message(page));
                announced = page.next();
            }
        } catch (JsonProcessingException | RuntimeException e) {
            // The scheduled task must live on: followers poll, and the next round announces the rest.
            LOG.warnf("Feed %s is not announced: %s", feed.name(), e.getMessage());
        }
    }

    private byte[] message(FeedPage page) throws JsonProcessingException {
        boolean open = page.events().stream().allMatch(mayBeBroadcast);
        return json.writeValueAsBytes(
                new FeedAnnouncement(page.feed(), page.after(), page.next(), open ? page.events() : null));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
