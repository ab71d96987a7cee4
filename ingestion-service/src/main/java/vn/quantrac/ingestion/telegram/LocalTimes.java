package vn.quantrac.ingestion.telegram;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Times as loggers write them: {@code yyyyMMddHHmmss} of the province's clock, without a zone. */
public record LocalTimes(ZoneId zone) {
    private static final int DIGITS = 14;

    public static boolean looksLikeTime(String field) {
        boolean digits = field.length() == DIGITS;
        for (int i = 0; digits && i < DIGITS; i++) {
            digits = field.charAt(i) >= '0' && field.charAt(i) <= '9';
        }
        return digits;
    }

    /** Takes 24:00:00 as the end of its day: hours are labelled 01:00 to 24:00. */
    public Instant instant(String text) throws BadFieldException {
        if (!looksLikeTime(text)) {
            throw BadFieldException.quoting(Reason.BAD_TIME, "The time is not 14 digits", text);
        }
        boolean endOfDay = text.endsWith("240000");
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 4, 6),
                    number(text, 6, 8),
                    endOfDay ? 0 : number(text, 8, 10),
                    number(text, 10, 12),
                    number(text, 12, 14));
            return (endOfDay ? time.plusDays(1) : time).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw BadFieldException.quoting(Reason.BAD_TIME, "There is no such time", text);
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
