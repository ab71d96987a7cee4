package vn.quantrac.ingestion.csv;

import vn.quantrac.ingestion.telegram.FieldText;

/**
 * The cells of a line, where they are among the bytes. Quotes as in RFC 4180, but none reaches beyond its line: one that
 * is not closed must not take the rest of the telegram with it.
 */
final class Cells {
    private static final int UNCLOSED = -1;

    private final byte[] content;
    private final byte separator;
    private final int[] from;
    private final int[] to;
    private int count;
    private boolean wellFormed;

    /** @param most cells that are looked at; further ones are only counted */
    Cells(byte[] content, byte separator, int most) {
        this.content = content;
        this.separator = separator;
        this.from = new int[most];
        this.to = new int[most];
    }

    /** Goes to the line of these bytes. */
    void split(int first, int end) {
        count = 0;
        wellFormed = true;
        int start = first;
        do {
            start = cell(start, end) + 1;
        } while (start <= end && wellFormed);
    }

    /** Takes one cell in and returns where its separator is, or the end. */
    private int cell(int start, int end) {
        int first = start;
        while (first < end && isBlank(content[first]) && content[first] != separator) {
            first++;
        }
        if (first < end && content[first] == '"') {
            int close = closing(first + 1, end);
            if (close == UNCLOSED) {
                wellFormed = false;
                return end;
            }
            add(first + 1, close);
            int after = close + 1;
            while (after < end && isBlank(content[after]) && content[after] != separator) {
                after++;
            }
            wellFormed = after == end || content[after] == separator;
            return after;
        }
        int after = first;
        while (after < end && content[after] != separator) {
            after++;
        }
        add(first, after);
        return after;
    }

    private int closing(int start, int end) {
        for (int i = start; i < end; i++) {
            if (content[i] == '"') {
                if (i + 1 == end || content[i + 1] != '"') {
                    return i;
                }
                i++;
            }
        }
        return UNCLOSED;
    }

    /** Blanks around what a cell says are not part of it. */
    private void add(int start, int end) {
        if (count < from.length) {
            int first = start;
            int last = end;
            while (first < last && isBlank(content[first])) {
                first++;
            }
            while (last > first && isBlank(content[last - 1])) {
                last--;
            }
            from[count] = first;
            to[count] = last;
        }
        count++;
    }

    static boolean isBlank(byte one) {
        return one >= 0 && one <= ' ';
    }

    /** Whether every quote is closed, and followed by a separator. */
    boolean wellFormed() {
        return wellFormed;
    }

    int count() {
        return count;
    }

    int from(int cell) {
        return from[cell];
    }

    int to(int cell) {
        return to[cell];
    }

    /** With two quotes for one in it, as it is written. */
    String text(int cell) {
        String text = FieldText.of(content, from[cell], to[cell]);
        return text.indexOf('"') < 0 ? text : text.replace("\"\"", "\"");
    }
}
