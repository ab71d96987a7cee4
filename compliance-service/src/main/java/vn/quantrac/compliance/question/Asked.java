package vn.quantrac.compliance.question;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import vn.quantrac.feeds.verdicts.Averaging;

/** The parameters that lists have in common, as the caller wrote them. */
public class Asked {
    private static final int USUAL_LIMIT = 1_000;
    private static final int MAX_LIMIT = 10_000;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    @QueryParam("station")
    String station;

    @QueryParam("after")
    String after;

    @QueryParam("limit")
    String limit;

    /** A station code, or null for all. */
    public String station() {
        return station == null || station.isBlank() ? null : text("station", station);
    }

    /** Where the page begins. */
    public Place after() {
        return after == null || after.isEmpty() ? Place.START : Place.parse(after);
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

    /** Empty when the caller does not care. */
    public static Optional<Boolean> yesOrNo(String name, String text) {
        if (text == null) {
            return Optional.empty();
        }
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw Problems.badParameter(name + " must be true or false");
        };
    }

    /** A text as the database can hold it; may be null. */
    public static String text(String name, String text) {
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            throw Problems.badParameter(name + " must not hold control characters");
        }
        return text;
    }

    public static Instant instant(String name, String text) {
        try {
            // An unescaped plus sign of an offset arrives as a space.
            Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(END)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Said below, together with times that no reading can have.
        }
        throw Problems.badParameter(name + " must be a time such as 2026-11-24T03:00:00Z, from 1970 to 9999");
    }
}
