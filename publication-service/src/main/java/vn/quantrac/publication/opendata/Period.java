package vn.quantrac.publication.opendata;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A stretch of time, both ends included. */
public record Period(Instant from, Instant to) {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /**
     * A period as a caller wrote it: instants with zone or offset, or dates, which are whole days in Vietnam.
     *
     * @param from null is {@code usual} before {@code to}
     * @param to null is now
     */
    public static Period of(String from, String to, Duration usual, Instant now) {
        Instant end = to == null || to.isBlank() ? now : instant("to", to, 1);
        Instant start = from == null || from.isBlank() ? end.minus(usual) : instant("from", from, 0);
        if (start.isAfter(end)) {
            throw Problems.badParameter("from must not be after to");
        }
        return new Period(start, end);
    }

    private static Instant instant(String name, String text, int daysAfterDate) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text)
                        .plusDays(daysAfterDate)
                        .atStartOfDay(VIETNAM)
                        .toInstant();
            }
            // An unescaped plus sign of an offset arrives as a space.
            Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (!instant.isBefore(Instant.parse("1900-01-01T00:00:00Z"))
                    && instant.isBefore(Instant.parse("2200-01-01T00:00:00Z"))) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Said below, together with times of other ages.
        }
        throw Problems.badParameter(name + " must be a date such as 2026-11-24 or a time such as 2026-11-24T03:00:00Z");
    }
}
