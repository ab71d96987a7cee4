package vn.quantrac.ingestion.quarantine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Parts of a telegram in the order of their bytes; goes through them once for all entries, which are in that order too. */
final class Sequence<T> {
    private final List<T> parts;
    private final ToIntFunction<T> position;
    private int next;

    Sequence(List<T> parts, ToIntFunction<T> position) {
        this.parts = parts;
        this.position = position;
    }

    List<T> within(OpenEntry entry) {
        while (next < parts.size() && position.applyAsInt(parts.get(next)) < entry.from()) {
            next++;
        }
        List<T> within = new ArrayList<>(1);
        for (int i = next; i < parts.size() && entry.holds(position.applyAsInt(parts.get(i))); i++) {
            within.add(parts.get(i));
        }
        return within;
    }
}
