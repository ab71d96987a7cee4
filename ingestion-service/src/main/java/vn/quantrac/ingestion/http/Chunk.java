package vn.quantrac.ingestion.http;

/**
 * A part of a stream that becomes one telegram.
 *
 * @param content what was sent, byte for byte, after the head of the table where there is one
 * @param number from 1
 * @param firstLine of the stream, from 1; the head of a table is line 1
 * @param lines that begin or end in it, without the head
 * @param headed whether the content begins with the head
 * @param last whether the stream ends with it
 */
record Chunk(byte[] content, int number, long firstLine, int lines, boolean headed, boolean last) {
    long lastLine() {
        return firstLine + lines - 1;
    }

    /** The line of the stream that is a line of the telegram; its first for the telegram as a whole. */
    long lineOfStream(int line) {
        return firstLine + Math.max(0, line - (headed ? 2 : 1));
    }

    /** Whether there is nothing in it but white space, below the head where there is one. */
    boolean isBlank() {
        boolean inHead = headed;
        for (byte one : content) {
            if (!inHead && (one < 0 || one > ' ')) {
                return false;
            }
            inHead &= one != '\n';
        }
        return true;
    }
}
