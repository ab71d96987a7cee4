package vn.quantrac.ingestion.csv;

import java.util.Arrays;

/** The few texts that a table repeats in every line, such as symbols and units, made of their bytes once. */
final class Spellings {
    private static final int SLOTS = 256;
    private static final int LONGEST = 32;

    private final byte[][] bytes = new byte[SLOTS][];
    private final String[] texts = new String[SLOTS];

    String of(byte[] content, Cells cells, int cell) {
        int from = cells.from(cell);
        int to = cells.to(cell);
        if (to - from > LONGEST) {
            return cells.text(cell);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + content[i];
        }
        int slot = (hash ^ hash >>> 8) & SLOTS - 1;
        byte[] known = bytes[slot];
        if (known == null || !Arrays.equals(known, 0, known.length, content, from, to)) {
            bytes[slot] = Arrays.copyOfRange(content, from, to);
            texts[slot] = cells.text(cell);
        }
        return texts[slot];
    }
}
