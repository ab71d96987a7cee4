package vn.quantrac.feeds;

import java.util.List;

/**
 * What {@code GET /feed?after=&limit=} answers.
 *
 * @param after the cursor asked for
 * @param next the cursor to ask for next; equals {@code after} when there is nothing new
 * @param head the newest cursor; {@code next == head} means the reader has everything
 */
public record FeedPage(String feed, long after, long next, long head, List<FeedEvent> events) {}
