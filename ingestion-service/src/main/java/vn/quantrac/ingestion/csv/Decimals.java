package vn.quantrac.ingestion.csv;

import java.math.BigDecimal;

/** Decimals of the usual form. */
final class Decimals {
    /** As many as fit into a long. */
    private static final int MOST_DIGITS = 18;

    private Decimals() {}

    /** Null for what is written in any other way, which may be a number none the less. */
    static BigDecimal usual(byte[] content, int from, int to) {
        boolean negative = from < to && content[from] == '-';
        int first = negative ? from + 1 : from;
        long digits = 0;
        int point = -1;
        for (int i = first; i < to; i++) {
            byte one = content[i];
            if (one >= '0' && one <= '9') {
                digits = 10 * digits + one - '0';
            } else if ((one == '.' || one == ',') && point < 0 && i > first && i + 1 < to) {
                point = i;
            } else {
                return null;
            }
        }
        if (first == to || to - first > MOST_DIGITS) {
            return null;
        }
        return BigDecimal.valueOf(negative ? -digits : digits, point < 0 ? 0 : to - point - 1);
    }
}
