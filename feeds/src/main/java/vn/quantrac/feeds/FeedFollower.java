package vn.quantrac.feeds;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Applies every event of another service's feed exactly once and in order, whatever the broker does: an announcement
 * that continues the stored position is applied at once, anything else makes the follower read the feed by REST. The
 * position is stored in the transaction of the effect; replicas of a service may follow side by side.
 */
public final class FeedFollower implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FeedFollower.class);
    private static final int PAGE = 2_000;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final String feed;
    private final Jdbi jdbi;
    private final FeedReader reader;
    private final FeedEffect effect;
    private final Duration poll;
    private final ObjectMapper json;
    // A lost announcement costs one REST call, so a short queue is enough.
    private final BlockingQueue<FeedAnnouncement> announced = new ArrayBlockingQueue<>(256);
    private final Thread thread;
    private volatile boolean closed;
    private volatile long position = -1;
    private volatile long head = -1;
    private volatile long heardNanos = System.nanoTime();

    /** @param poll how often the feed is read when no announcement arrives; the repair time after a broker loss */
    public FeedFollower(
            String feed, Jdbi jdbi, FeedReader reader, FeedEffect effect, Duration poll, ObjectMapper json) {
        this.feed = feed;
        this.jdbi = jdbi;
        this.reader = reader;
        this.effect = effect;
        this.poll = poll;
        this.json = json;
        this.thread = new Thread(this::follow, "feed-" + feed);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Takes an announcement as it came from the broker; one that cannot be read is left to the repair by REST. */
    public void announced(byte[] message) {
        try {
            FeedAnnouncement announcement = json.readValue(message, FeedAnnouncement.class);
            if (announcement != null && feed.equals(announcement.feed())) {
                announced(announcement);
            }
        } catch (IOException e) {
            LOG.warnf("Feed %s: announcement is not understood: %s", feed, e.getMessage());
        }
    }

    public void announced(FeedAnnouncement announcement) {
        if (!announced.offer(announcement)) {
            LOG.debugf("Feed %s: announcement %d dropped, the feed will be read", feed, announcement.after());
        }
    }

    /** The last cursor applied, as far as this process knows; -1 before the first look. */
    public long position() {
        return position;
    }

    /** How many events are known but not yet applied. */
    public long lag() {
        return Math.max(0, head - position);
    }

    /** Seconds since the feed was last read or an announcement of it fitted; grows when its owner cannot be reached. */
    public double silence() {
        return (System.nanoTime() - heardNanos) / 1e9;
    }

    private void follow() {
        long pause = 0;
        boolean behind = true;
        while (!closed) {
            try {
                if (behind) {
                    catchUp();
                    behind = false;
                } else {
                    FeedAnnouncement announcement = announced.poll(poll.toMillis(), TimeUnit.MILLISECONDS);
                    behind = announcement == null || !apply(announcement);
                }
                pause = 0;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | AssertionError e) {
                // The PostgreSQL driver throws an AssertionError when a connection dies within a batch.
                if (closed) {
                    return;
                }
                LOG.warnf("Feed %s stands at %d, trying again: %s", feed, position, e.getMessage());
                LOG.debug("Feed " + feed, e);
                behind = true;
                pause = Math.min(LONGEST_PAUSE.toMillis(), 200 + 2 * pause);
                if (!sleep(pause)) {
                    return;
                }
            }
        }
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Reads and applies until the owner has nothing newer. */
    private void catchUp() {
        FeedPage page;
        do {
            long from = jdbi.withHandle(this::storedPosition).orElse(0);
            position = from;
            page = reader.read(from, PAGE);
            heardNanos = System.nanoTime();
            head = page.head();
            if (!page.events().isEmpty()) {
                applyFrom(page.after(), page.next(), page.events());
            }
        } while (!closed && page.next() < page.head());
    }

    /** Returns false when events between the position and the announcement must be read first. */
    private boolean apply(FeedAnnouncement announcement) {
        head = Math.max(head, announcement.after());
        if (announcement.after() <= position) {
            return true;
        }
        return announcement.events() != null
                && announcement.before() == position
                && applyFrom(announcement.before(), announcement.after(), announcement.events());
    }

    /** Applies events if the stored position still is {@code before}; another replica may have been faster. */
    private boolean applyFrom(long before, long after, List<FeedEvent> events) {
        if (events.size() != after - before || events.get(0).cursor() != before + 1) {
            return false;
        }
        boolean applied = jdbi.inTransaction(transaction -> {
            if (lockedPosition(transaction) != before) {
                return false;
            }
            effect.apply(transaction, events);
            transaction
                    .createUpdate("update feed_position set cursor = :after where feed = :feed")
                    .bind("after", after)
                    .bind("feed", feed)
                    .execute();
            return true;
        });
        if (applied) {
            heardNanos = System.nanoTime();
            position = after;
        }
        return applied;
    }

    private OptionalLong storedPosition(Handle handle) {
        return handle.createQuery("select cursor from feed_position where feed = :feed")
                .bind("feed", feed)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    private long lockedPosition(Handle transaction) {
        transaction
                .createUpdate("insert into feed_position (feed, cursor) values (:feed, 0) on conflict do nothing")
                .bind("feed", feed)
                .execute();
        return transaction
                .createQuery("select cursor from feed_position where feed = :feed for update")
                .bind("feed", feed)
                .mapTo(Long.class)
                .one();
    }

    /** Stops after the transaction under way. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
