package vn.quantrac.ingestion.csv;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Reason;

/**
 * The first line, which says what the columns are.
 *
 * @param end the byte after it, its line end not counted
 */
record Head(byte separator, int[] places, int columns, int end) {
    private static final byte[] SEPARATORS = {',', ';'};
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST = 64 * 1024;

    /** Whether a line names two columns at least, which no other kind of telegram begins with. */
    static boolean isAt(byte[] content, int from) {
        int end = end(content, from);
        for (byte separator : SEPARATORS) {
            Cells cells = cells(content, from, end, separator);
            int known = 0;
            for (int i = 0; i < looked(cells); i++) {
                known += Column.named(cells.text(i)).isPresent() ? 1 : 0;
            }
            if (known >= 2) {
                return true;
            }
        }
        return false;
    }

    /** @throws BadFieldException when a column is unknown, missing or there twice: what it means is not guessed */
    static Head of(byte[] content, int from) throws BadFieldException {
        int end = end(content, from);
        byte separator = separator(content, from, end);
        Cells cells = cells(content, from, end, separator);
        if (!cells.wellFormed() || cells.count() > MOST_COLUMNS) {
            throw new BadFieldException(Reason.BAD_HEADER, "The first line does not name columns");
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < cells.count(); i++) {
            String name = cells.text(i);
            Optional<Column> column = Column.named(name);
            if (column.isEmpty()) {
                throw BadFieldException.quoting(
                        Reason.BAD_HEADER, "A column must be parameter, time, value, unit or status", name);
            }
            if (places.put(column.get(), i) != null) {
                throw BadFieldException.quoting(Reason.BAD_HEADER, "The column is there twice", name);
            }
        }
        for (Column column : Column.values()) {
            if (column.isNeeded() && !places.containsKey(column)) {
                throw new BadFieldException(
                        Reason.BAD_HEADER, "There is no column " + column.name().toLowerCase(Locale.ROOT));
            }
        }
        int[] byColumn = new int[Column.values().length];
        Arrays.fill(byColumn, -1);
        places.forEach((column, place) -> byColumn[column.ordinal()] = place);
        return new Head(separator, byColumn, cells.count(), end);
    }

    private static int end(byte[] content, int from) {
        int end = from;
        while (end < content.length && end - from < LONGEST && content[end] != '\n') {
            end++;
        }
        return end;
    }

    private static byte separator(byte[] content, int from, int end) {
        return cells(content, from, end, SEPARATORS[0]).count() > 1 ? SEPARATORS[0] : SEPARATORS[1];
    }

    private static Cells cells(byte[] content, int from, int end, byte separator) {
        Cells cells = new Cells(content, separator, MOST_COLUMNS);
        cells.split(from, end);
        return cells;
    }

    private static int looked(Cells cells) {
        return Math.min(cells.count(), MOST_COLUMNS);
    }

    /** Where a column is; -1 when it is not there. */
    int place(Column column) {
        return places[column.ordinal()];
    }
}
