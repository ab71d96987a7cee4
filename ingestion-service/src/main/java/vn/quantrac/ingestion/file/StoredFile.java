package vn.quantrac.ingestion.file;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What is stored of a file: the telegrams of its parts by the position of their first byte, each up to the next one.
 * Parts before the first may have been forgotten.
 */
record StoredFile(NavigableMap<Long, UUID> parts, long size, Instant storedAt) {
    /** A file as it was sent whole, or a part whose predecessors are not known. */
    static StoredFile of(long from, UUID telegram, int length, Instant storedAt) {
        NavigableMap<Long, UUID> parts = new TreeMap<>();
        parts.put(from, telegram);
        return new StoredFile(parts, from + length, storedAt);
    }

    /** The same with what was stored from a position on; it ends where that ends. */
    StoredFile with(long from, UUID telegram, int length, Instant at) {
        NavigableMap<Long, UUID> all = new TreeMap<>(parts.headMap(from, false));
        all.put(from, telegram);
        return new StoredFile(all, from + length, at);
    }

    /** The part that holds the bytes before a position, or null when it is not known. */
    Map.Entry<Long, UUID> partBefore(long position) {
        return position > size ? null : parts.lowerEntry(position);
    }
}
