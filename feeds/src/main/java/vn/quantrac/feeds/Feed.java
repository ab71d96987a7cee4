package vn.quantrac.feeds;

/** A feed that this service owns, as its followers read it. */
public interface Feed {
    /** The longest page that is served. */
    int MAX_LIMIT = 10_000;

    String name();

    /** The newest cursor, 0 while the feed is empty. */
    long head();

    /**
     * The events after a cursor, in order and without gaps.
     *
     * @param after 0 for the beginning
     * @param limit 1 to {@value #MAX_LIMIT}
     * @throws CursorGoneException when events after the cursor have been dropped by retention
     * @throws CursorUnknownException when the cursor is newer than the feed
     */
    FeedPage read(long after, int limit);
}
