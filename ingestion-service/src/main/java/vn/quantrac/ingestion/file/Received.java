package vn.quantrac.ingestion.file;

import java.util.Map;
import java.util.TreeMap;

/** Which bytes of a file have come; SFTP clients may send them in any order. */
final class Received {
    private final TreeMap<Long, Long> pieces = new TreeMap<>();

    void add(long from, long to) {
        long start = from;
        long end = to;
        Map.Entry<Long, Long> before = pieces.floorEntry(from);
        if (before != null && before.getValue() >= from) {
            start = before.getKey();
            end = Math.max(end, before.getValue());
        }
        Map.Entry<Long, Long> next = pieces.ceilingEntry(start);
        while (next != null && next.getKey() <= end) {
            end = Math.max(end, next.getValue());
            pieces.remove(next.getKey());
            next = pieces.higherEntry(start);
        }
        pieces.put(start, end);
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    boolean hasGaps() {
        return pieces.size() > 1;
    }

    long from() {
        return pieces.firstKey();
    }

    long to() {
        return pieces.lastEntry().getValue();
    }
}
