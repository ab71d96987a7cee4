package vn.quantrac.compliance.question;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import vn.quantrac.feeds.verdicts.Averaging;

/** The parameters that lists of verdicts have in common, as the caller wrote them. */
public class Asked {
    private static final int USUAL_LIMIT = 1_000;
    private static final int MAX_LIMIT = 10_000;

    @QueryParam("station")
    String station;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("after")
    String after;

    @QueryParam("limit")
    String limit;

    /** A station code, or null for all. */
    public String station() {
        return station == null || station.isBlank() ? null : station;
    }

    /** The end of the period asked for; now when nothing is said. */
    public Instant to(Clock clock) {
        return to == null ? clock.instant() : instant("to", to);
    }

    /** The start of the period asked for; {@code usual} before its end when nothing is said. */
    public Instant from(Clock clock, Duration usual) {
        Instant end = to(clock);
        Instant start = from == null ? end.minus(usual) : instant("from", from);
        if (start.isAfter(end)) {
            throw Problems.badParameter("from must not be after to");
        }
        return start;
    }

    /** The key after which the page begins; empty for the first page. */
    public String after() {
        return after == null ? "" : after;
    }

    public int limit() {
        if (limit == null) {
            return USUAL_LIMIT;
        }
        try {
            int number = Integer.parseInt(limit);
            if (number > 0) {
                return Math.min(number, MAX_LIMIT);
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are too small.
        }
        throw Problems.badParameter("limit must be a whole number from 1 to " + MAX_LIMIT);
    }

    public static Averaging averaging(String text) {
        try {
            return text == null ? Averaging.HOUR : Averaging.of(text);
        } catch (IllegalArgumentException e) {
            throw Problems.badParameter("averaging must be 1h or 24h");
        }
    }

    public static Instant instant(String name, String text) {
        try {
            // An unescaped plus sign of an offset arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problems.badParameter(name + " must be a time such as 2026-11-24T03:00:00Z");
        }
    }
}
