package vn.quantrac.feeds;

/** The cursor was never given out: it is newer than the feed, or negative. */
public class CursorUnknownException extends RuntimeException {
    public CursorUnknownException(String feed, long after, long head) {
        super("Feed %s has no cursor %d; its newest is %d".formatted(feed, after, head));
    }
}
