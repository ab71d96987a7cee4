package vn.quantrac.ingestion.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A JSON array of any length, an element a line: brackets around it, commas between its elements and line ends within
 * them become line ends and blanks, so that every other byte stays where it was.
 */
final class ArrayLines extends FilterInputStream {
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private int depth;
    private boolean inText;
    private boolean escaped;
    private boolean closed;

    ArrayLines(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws MalformedArrayException when it is no array, or ends before its end */
    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        if (read < 0 && !closed) {
            throw new MalformedArrayException("The array does not end");
        }
        for (int i = from; i < from + read; i++) {
            into[i] = inText ? ofText(into[i]) : ofStructure(into[i]);
        }
        return read;
    }

    private byte ofText(byte one) {
        if (escaped) {
            escaped = false;
        } else if (one == '\\') {
            escaped = true;
        } else if (one == '"') {
            inText = false;
        }
        return one;
    }

    private byte ofStructure(byte one) throws MalformedArrayException {
        if (depth == 0) {
            return around(one);
        }
        switch (one) {
            case '"' -> inText = true;
            case '[', '{' -> depth++;
            case ']', '}' -> {
                depth--;
                closed = depth == 0;
                return closed ? (byte) '\n' : one;
            }
            case ',' -> {
                return depth == 1 ? (byte) '\n' : one;
            }
            case '\r', '\n' -> {
                return ' ';
            }
            default -> {}
        }
        return one;
    }

    private byte around(byte one) throws MalformedArrayException {
        boolean begins = one == '[' && !closed;
        boolean blank = one >= 0 && one <= ' ' || BYTE_ORDER_MARK.indexOf(one & 0xFF) >= 0 && !closed;
        if (!begins && !blank) {
            throw new MalformedArrayException(closed ? "Something follows the array" : "It is not an array");
        }
        depth = begins ? 1 : 0;
        return ' ';
    }

    /** What the body is instead of an array. */
    static final class MalformedArrayException extends IOException {
        MalformedArrayException(String message) {
            super(message);
        }
    }
}
