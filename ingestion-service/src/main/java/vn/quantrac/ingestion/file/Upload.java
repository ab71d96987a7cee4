package vn.quantrac.ingestion.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A file that comes in; {@code close} stores it once, and fails when it could not be stored. */
final class Upload extends OutputStream {
    @FunctionalInterface
    interface Store {
        void store(byte[] content) throws IOException;
    }

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final int longest;
    private final Store store;
    private boolean tooLong;
    private boolean ended;

    Upload(int longest, Store store) {
        this.longest = longest;
        this.store = store;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** Reads a file that is too long to its end, because a logger does not hear the reply while it sends. */
    @Override
    public void write(byte[] bytes, int from, int length) {
        if (tooLong || content.size() + length > longest) {
            tooLong = true;
            content.reset();
        } else {
            content.write(bytes, from, length);
        }
    }

    /** The server calls it before it replies, and once more after a failure. */
    @Override
    public void close() throws IOException {
        if (!ended) {
            ended = true;
            if (tooLong) {
                throw new IOException("The file is larger than " + longest + " bytes");
            }
            store.store(content.toByteArray());
        }
    }
}
