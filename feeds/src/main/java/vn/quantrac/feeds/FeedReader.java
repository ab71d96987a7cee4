package vn.quantrac.feeds;

/** The way to a feed's owner. */
@FunctionalInterface
public interface FeedReader {
    /**
     * Reads the events after a cursor.
     *
     * @throws FeedUnreachableException when the owner gives no page; try again later
     */
    FeedPage read(long after, int limit);
}
