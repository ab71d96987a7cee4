package vn.quantrac.ingestion.file;

import java.io.IOException;
import java.util.Arrays;
import vn.quantrac.ingestion.file.UploadRefusedException.Why;

/**
 * The bytes of a file as they come in, from the first position that is written; held in memory up to the bound. Not
 * for several threads.
 */
final class Upload {
    @FunctionalInterface
    interface Store {
        /**
         * @param from the position of the first byte in the file
         * @throws IOException when they are not stored
         */
        void store(long from, byte[] content) throws IOException;
    }

    private static final int FIRST = 4 * 1024;

    private final UploadMemory memory;
    private final int longest;
    private final boolean whole;
    private final Store store;
    private final Received received = new Received();
    private long origin;
    private byte[] bytes = new byte[0];
    private UploadRefusedException refused;
    private boolean ended;

    /** @param whole whether it begins at the file's beginning, and stores also no bytes at all */
    Upload(UploadMemory memory, int longest, boolean whole, Store store) {
        this.memory = memory;
        this.longest = longest;
        this.whole = whole;
        this.store = store;
    }

    /** @throws UploadRefusedException at once and ever after, when it is too long or there is no memory for it */
    void write(long position, byte[] from, int offset, int length) throws UploadRefusedException {
        if (refused != null) {
            throw refused;
        }
        if (received.isEmpty()) {
            origin = whole ? 0 : position;
        }
        long end = position - origin + length;
        if (position < origin || end > longest || end < 0) {
            throw refuse(new UploadRefusedException(Why.TOO_LARGE, "Files may have " + longest + " bytes"));
        }
        makeRoom((int) end);
        System.arraycopy(from, offset, bytes, (int) (position - origin), length);
        received.add(position, position + length);
    }

    private void makeRoom(int needed) throws UploadRefusedException {
        if (needed > bytes.length) {
            int capacity = Math.min(longest, Math.max(needed, Math.max(FIRST, 2 * bytes.length)));
            try {
                memory.take(this, capacity - bytes.length);
            } catch (UploadRefusedException e) {
                throw refuse(e);
            }
            bytes = Arrays.copyOf(bytes, capacity);
        }
    }

    private UploadRefusedException refuse(UploadRefusedException why) {
        refused = why;
        free();
        return why;
    }

    private void free() {
        int taken = bytes.length;
        bytes = new byte[0];
        if (taken > 0) {
            memory.release(this, taken);
        }
    }

    /** The position after the last byte that came; {@code otherwise} while none did. */
    long position(long otherwise) {
        return received.isEmpty() ? otherwise : received.to();
    }

    /**
     * Stores what came, once; returns after the commit.
     *
     * @throws IOException when it is not stored
     */
    void end() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        try {
            if (refused != null) {
                throw refused;
            }
            if (received.hasGaps() || !received.isEmpty() && received.from() > origin) {
                throw new UploadRefusedException(Why.GAP, "Bytes are missing");
            }
            if (whole || !received.isEmpty()) {
                store.store(origin, content());
            }
        } finally {
            free();
        }
    }

    /** Stores what a broken connection had brought. */
    void keep() throws IOException {
        if (received.isEmpty() && refused == null) {
            ended = true;
        }
        end();
    }

    private byte[] content() {
        int length = received.isEmpty() ? 0 : (int) (received.to() - origin);
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
