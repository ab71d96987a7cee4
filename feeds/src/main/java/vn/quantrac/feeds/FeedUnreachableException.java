package vn.quantrac.feeds;

/** The owner of a feed could not be asked, or refused. */
public class FeedUnreachableException extends RuntimeException {
    public FeedUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
