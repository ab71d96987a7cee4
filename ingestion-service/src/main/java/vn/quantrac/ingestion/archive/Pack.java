package vn.quantrac.ingestion.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Telegrams one after the other, until they are compressed. */
final class Pack {
    private static final int FULL = 512 << 10;

    private final ByteArrayOutputStream contents = new ByteArrayOutputStream();
    private final List<UUID> telegrams = new ArrayList<>();
    private final List<Integer> from = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();

    void add(UUID telegram, byte[] content) {
        telegrams.add(telegram);
        from.add(contents.size());
        lengths.add(content.length);
        contents.writeBytes(content);
    }

    boolean isEmpty() {
        return telegrams.isEmpty();
    }

    boolean isFull() {
        return contents.size() >= FULL;
    }

    UUID[] telegrams() {
        return telegrams.toArray(UUID[]::new);
    }

    Integer[] from() {
        return from.toArray(Integer[]::new);
    }

    Integer[] lengths() {
        return lengths.toArray(Integer[]::new);
    }

    /** Checked to give back every byte. */
    byte[] compressed() {
        byte[] all = contents.toByteArray();
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] result = compressed.toByteArray();
        if (!Arrays.equals(all, slice(result, 0, all.length))) {
            throw new IllegalStateException("A pack of telegrams does not give back what was put in");
        }
        return result;
    }

    /** The content of one telegram. */
    static byte[] slice(byte[] compressed, int from, int length) {
        try (InputStream all = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            all.skipNBytes(from);
            return all.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
