package vn.quantrac.feeds;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rules of cursors that every feed keeps, whatever table its events are in. */
public final class FeedCursors {
    private FeedCursors() {}

    public static long head(Handle handle) {
        return handle.createQuery("select cursor from feed_head")
                .mapTo(Long.class)
                .one();
    }

    /**
     * The newest cursor.
     *
     * @throws CursorUnknownException when {@code after} is negative or newer
     */
    public static long headNotBefore(Handle handle, String feed, long after) {
        long head = head(handle);
        if (after < 0 || after > head) {
            throw new CursorUnknownException(feed, after, head);
        }
        return head;
    }

    /**
     * A page of events that were read for {@code after}.
     *
     * @throws CursorGoneException when they do not follow {@code after} at once
     */
    public static FeedPage page(String feed, long after, long head, List<FeedEvent> events) {
        if (events.isEmpty()) {
            if (after < head) {
                throw new CursorGoneException(feed, after, head);
            }
            return new FeedPage(feed, after, after, head, events);
        }
        if (events.get(0).cursor() != after + 1) {
            throw new CursorGoneException(feed, after, events.get(0).cursor());
        }
        long last = events.get(events.size() - 1).cursor();
        return new FeedPage(feed, after, last, Math.max(head, last), events);
    }
}
