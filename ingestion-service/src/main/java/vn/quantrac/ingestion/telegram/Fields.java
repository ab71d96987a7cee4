package vn.quantrac.ingestion.telegram;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The forms that values and status codes have in every kind of telegram. */
public final class Fields {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}(?:[.,]\\d{1,20})?");
    private static final int MOST_DIGITS = 40;
    private static final int MOST_ZEROS = 20;

    private Fields() {}

    /** A decimal with point or comma; null for {@code ---} and for nothing, by which a logger says that it has none. */
    public static BigDecimal value(String text) throws BadFieldException {
        if (text.isEmpty() || text.equals("---")) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw BadFieldException.quoting(Reason.BAD_VALUE, "Not a decimal", text);
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    /** Keeps numbers such as 1e999999999, which JSON allows, away from everything that would write them out. */
    public static BigDecimal value(BigDecimal number) throws BadFieldException {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_ZEROS) {
            throw new BadFieldException(Reason.BAD_VALUE, "Number has too many digits");
        }
        return number;
    }

    /** Two digits; null for nothing. */
    public static String status(String text) throws BadFieldException {
        if (text.isEmpty()) {
            return null;
        }
        if (!looksLikeStatus(text)) {
            throw BadFieldException.quoting(Reason.BAD_STATUS, "The device status is not two digits", text);
        }
        return text;
    }

    public static boolean looksLikeStatus(String text) {
        return text.length() == 2 && isDigit(text.charAt(0)) && isDigit(text.charAt(1));
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
