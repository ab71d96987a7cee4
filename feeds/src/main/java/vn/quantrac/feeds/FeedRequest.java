package vn.quantrac.feeds;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** {@code GET …?after=&limit=} as every feed answers it. */
public final class FeedRequest {
    private static final int DEFAULT_LIMIT = 1_000;

    private FeedRequest() {}

    /**
     * The page asked for.
     *
     * @param after as the caller wrote it; null is the beginning
     * @param limit as the caller wrote it; null is {@value #DEFAULT_LIMIT}, more than {@link Feed#MAX_LIMIT} is that
     * @throws HttpProblem 400 for what is not a number, 409 for a cursor that was never given out, 410 for one whose
     *     events are no longer kept
     */
    public static FeedPage answer(Feed feed, String after, String limit) {
        long cursor = number("after", after, 0, 0);
        long size = number("limit", limit, DEFAULT_LIMIT, 1);
        try {
            return feed.read(cursor, (int) Math.min(size, Feed.MAX_LIMIT));
        } catch (CursorUnknownException e) {
            throw problem(Response.Status.CONFLICT, "cursor-unknown", "Cursor was never given out", e.getMessage());
        } catch (CursorGoneException e) {
            throw problem(Response.Status.GONE, "cursor-gone", "Cursor is too old", e.getMessage());
        }
    }

    private static long number(String parameter, String text, long absent, long least) {
        if (text == null) {
            return absent;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are too small.
        }
        throw problem(
                Response.Status.BAD_REQUEST,
                "bad-parameter",
                "Parameter is not understood",
                "%s must be a whole number from %d".formatted(parameter, least));
    }

    private static HttpProblem problem(Response.StatusType status, String slug, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + slug))
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail)
                .build();
    }
}
