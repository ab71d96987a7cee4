package vn.quantrac.feeds;

/** The events after this cursor are no longer kept. */
public class CursorGoneException extends RuntimeException {
    public CursorGoneException(String feed, long after, long oldest) {
        super("Feed %s no longer holds what follows cursor %d; its oldest is %d".formatted(feed, after, oldest));
    }
}
