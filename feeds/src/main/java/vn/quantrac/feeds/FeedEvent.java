package vn.quantrac.feeds;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One change in a feed.
 *
 * @param cursor its number, from 1 without gaps
 * @param type which message {@code data} is, such as {@code station} or {@code reading}
 * @param key what changed: a code or an id, unique within the type
 * @param data the message, see the records of the feed's package
 */
public record FeedEvent(long cursor, String type, String key, JsonNode data) {}
