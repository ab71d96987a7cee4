package vn.quantrac.ingestion.registry;

import java.util.Locale;

/** How loggers' spellings of one symbol are told to be the same: {@code PM2,5 PM2.5 PM-2-5}, {@code cod COD}. */
final class Symbols {
    private Symbols() {}

    /** Upper case; a mark between digits is a decimal point, so that PM1.0 is not PM10, and other marks say nothing. */
    static String normal(String symbol) {
        StringBuilder normal = new StringBuilder(symbol.length());
        for (int i = 0; i < symbol.length(); i++) {
            char character = symbol.charAt(i);
            if (",.-_ ".indexOf(character) < 0) {
                normal.append(character);
            } else if (digit(symbol, i - 1) && digit(symbol, i + 1)) {
                normal.append('.');
            }
        }
        return normal.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean digit(String text, int index) {
        return index >= 0 && index < text.length() && Character.isDigit(text.charAt(index));
    }
}
