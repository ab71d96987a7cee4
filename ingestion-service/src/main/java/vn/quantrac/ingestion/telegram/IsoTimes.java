package vn.quantrac.ingestion.telegram;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** ISO 8601 times with their offset, to the millisecond. */
public final class IsoTimes {
    private static final String FORM = "dddd-dd-ddTdd:dd:dd";
    private static final int SECONDS_OF_DAY = 86_400;

    private IsoTimes() {}

    public static Instant instant(String text) throws BadFieldException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Instant usual = usual(bytes, 0, bytes.length);
        if (usual != null) {
            return usual;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw BadFieldException.quoting(Reason.BAD_TIME, "Not an ISO 8601 time with its offset", text);
        }
    }

    /**
     * {@code 2026-11-24T03:00:00Z}, with a fraction or without, with an offset of hours and minutes or Z; a blank may
     * stand for the T. Null for what is written in any other way, which may be a time none the less.
     */
    public static Instant usual(byte[] content, int from, int to) {
        int end = from + FORM.length();
        if (to <= end || !hasForm(content, from)) {
            return null;
        }
        int zone = end;
        int millis = 0;
        if (content[zone] == '.') {
            zone++;
            for (int unit = 100; zone < to && isDigit(content[zone]); unit /= 10) {
                millis += unit * (content[zone++] - '0');
            }
        }
        int offset = offset(content, zone, to);
        int hour = number(content, from + 11, 2);
        int minute = number(content, from + 14, 2);
        int second = number(content, from + 17, 2);
        if (offset == Integer.MIN_VALUE || zone == end + 1 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        try {
            long day = LocalDate.of(
                            number(content, from, 4), number(content, from + 5, 2), number(content, from + 8, 2))
                    .toEpochDay();
            long seconds = day * SECONDS_OF_DAY + hour * 3600L + minute * 60L + second - offset;
            return Instant.ofEpochSecond(seconds, millis * 1_000_000L);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasForm(byte[] content, int from) {
        for (int i = 0; i < FORM.length(); i++) {
            byte one = content[from + i];
            boolean fits =
                    switch (FORM.charAt(i)) {
                        case 'd' -> isDigit(one);
                        case 'T' -> one == 'T' || one == ' ';
                        default -> one == FORM.charAt(i);
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Seconds; the smallest integer when it is none. */
    private static int offset(byte[] content, int from, int to) {
        if (to - from == 1 && content[from] == 'Z') {
            return 0;
        }
        boolean fits = to - from == 6
                && (content[from] == '+' || content[from] == '-')
                && isDigit(content[from + 1])
                && isDigit(content[from + 2])
                && content[from + 3] == ':'
                && isDigit(content[from + 4])
                && isDigit(content[from + 5]);
        int hours = fits ? number(content, from + 1, 2) : 0;
        int minutes = fits ? number(content, from + 4, 2) : 0;
        if (!fits || hours > 17 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3600 + minutes * 60;
        return content[from] == '-' ? -seconds : seconds;
    }

    private static boolean isDigit(byte one) {
        return one >= '0' && one <= '9';
    }

    private static int number(byte[] content, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = 10 * number + content[i] - '0';
        }
        return number;
    }
}
