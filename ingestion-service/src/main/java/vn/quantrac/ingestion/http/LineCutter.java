package vn.quantrac.ingestion.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of any length at line ends, holding one chunk in memory. Where it cuts follows from the bytes alone, not
 * from how they arrive: a stream that is sent again is cut into the same telegrams.
 */
final class LineCutter {
    /** Bytes of a chunk. */
    static final int CHUNK = 256 * 1024;
    /** Of a line without end this much is held back, so that its rest is too long to be taken for a line as well. */
    private static final int HELD_BACK = CHUNK / 2;

    private final InputStream body;
    private final byte[] buffer = new byte[CHUNK];
    private byte[] head = {};
    private int length;
    private long line = 1;
    private int number;
    private boolean ended;

    LineCutter(InputStream body) {
        this.body = body;
    }

    /** Takes the first line off; every chunk will begin with it. */
    byte[] takeHead() throws IOException {
        fill(CHUNK);
        int end = 0;
        while (end < length && buffer[end] != '\n') {
            end++;
        }
        head = remove(Math.min(end + 1, length));
        line++;
        return head;
    }

    /** The next chunk, or null at the end. */
    Chunk next() throws IOException {
        fill(CHUNK);
        if (length == 0) {
            return null;
        }
        int size = ended ? length : lineEnd();
        boolean cutWithinLine = size == 0;
        byte[] bytes = remove(cutWithinLine ? HELD_BACK : size);
        if (length == 0) {
            // To know whether it is the last one.
            fill(1);
        }
        int lineEnds = lineEnds(bytes);
        int lines = bytes[bytes.length - 1] == '\n' ? lineEnds : lineEnds + 1;
        Chunk chunk = new Chunk(joined(bytes), ++number, line, lines, head.length > 0, ended && length == 0);
        line += lineEnds;
        return chunk;
    }

    private void fill(int most) throws IOException {
        while (!ended && length < most) {
            int read = body.read(buffer, length, most - length);
            ended = read < 0;
            length += Math.max(0, read);
        }
    }

    /** The byte after the last line end; 0 when there is none. */
    private int lineEnd() {
        int end = length;
        while (end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private byte[] remove(int size) {
        byte[] removed = Arrays.copyOf(buffer, size);
        length -= size;
        System.arraycopy(buffer, size, buffer, 0, length);
        return removed;
    }

    private byte[] joined(byte[] bytes) {
        if (head.length == 0) {
            return bytes;
        }
        byte[] joined = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, joined, head.length, bytes.length);
        return joined;
    }

    private static int lineEnds(byte[] bytes) {
        int ends = 0;
        for (byte one : bytes) {
            ends += one == '\n' ? 1 : 0;
        }
        return ends;
    }
}
