package vn.quantrac.feeds;

/** What is to be said by an {@link FeedEvent} that has no cursor yet; {@code message} is the record that becomes its data. */
public record FeedChange(String type, String key, Object message) {}
