package vn.quantrac.ingestion.tt10;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells the records of a line apart. Some loggers write all of theirs on one line; the times say where each of them is,
 * so that one with a field too many or too few does not take the others with it.
 */
final class Records {
    private final List<Field> fields;
    private final int timeAt;
    private final int size;

    private Records(List<Field> fields, int timeAt, int size) {
        this.fields = fields;
        this.timeAt = timeAt;
        this.size = size;
    }

    /** Normally one record, which holds all the fields. */
    static List<List<Field>> of(List<Field> fields) {
        if (fields.size() <= Layout.MOST_FIELDS) {
            return List.of(fields);
        }
        int size = distance(fields);
        return new Records(fields, firstTime(fields, size), size).split();
    }

    /** How many fields a record has: the most frequent distance between times. */
    private static int distance(List<Field> fields) {
        int[] counts = new int[Layout.MOST_FIELDS + 1];
        int last = -1;
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).isTime()) {
                if (last >= 0 && i - last <= Layout.MOST_FIELDS) {
                    counts[i - last]++;
                }
                last = i;
            }
        }
        int best = Layout.MOST_FIELDS;
        for (int size = best - 1; size >= 3; size--) {
            if (counts[size] > counts[best]) {
                best = size;
            }
        }
        return best;
    }

    /** Where the time is in a record of so many fields; as in the circular when the line begins with something else. */
    private static int firstTime(List<Field> fields, int size) {
        for (Layout layout : Layout.values()) {
            if (size <= layout.most() && fields.get(layout.timeAt()).isTime()) {
                return layout.timeAt();
            }
        }
        return Math.min(Layout.CIRCULAR.timeAt(), size - 1);
    }

    private List<List<Field>> split() {
        List<List<Field>> records = new ArrayList<>(fields.size() / size + 1);
        int from = 0;
        while (from < fields.size()) {
            int to = Math.min(isTime(from + timeAt) ? from + length(from) : resynchronised(from), fields.size());
            records.add(fields.subList(from, to));
            from = to;
        }
        return records;
    }

    /** A status more or less, when the next record begins so much later or earlier. */
    private int length(int from) {
        int next = from + size + timeAt;
        boolean statusLast = isStatus(from + size - 1);
        if (isTime(next) || statusLast) {
            return size;
        }
        if (isTime(next + 1) && isStatus(from + size)) {
            return size + 1;
        }
        return isTime(next - 1) ? size - 1 : size;
    }

    /**
     * The end of what is not a record: where the next one begins that has its time in the right place. Fields that are
     * too few to be a record of their own may belong to that one, such as half a symbol, and spoil it too.
     */
    private int resynchronised(int from) {
        int time = from + timeAt + 1;
        while (time < fields.size() && !isTime(time)) {
            time++;
        }
        if (time >= fields.size()) {
            return fields.size();
        }
        int next = time - timeAt;
        boolean ownRecord =
                next - from >= size - 1 || fields.subList(from, next).stream().anyMatch(Field::isTime);
        return ownRecord ? next : next + length(next);
    }

    private boolean isStatus(int index) {
        return index < fields.size() && fields.get(index).isStatus();
    }

    private boolean isTime(int index) {
        return index < fields.size() && fields.get(index).isTime();
    }
}
