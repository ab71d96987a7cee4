package vn.quantrac.feeds;

import java.util.List;

/**
 * The MQTT message that says a feed has moved from {@code before} to {@code after}.
 *
 * @param events the changes between, or null when they are too many or not for every subscriber of the broker:
 *     then the follower reads them by REST
 */
public record FeedAnnouncement(String feed, long before, long after, List<FeedEvent> events) {}
