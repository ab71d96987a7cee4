package vn.quantrac.ingestion.tt10;

import java.util.ArrayList;
import java.util.List;
import vn.quantrac.ingestion.telegram.FieldText;

/** Splits the bytes of a line into fields. */
final class LineFields {
    /** A record has three fields or more; an empty one among them says something. */
    private static final int FEWEST = 3;

    private LineFields() {}

    /** Between TABs; TABs at the end say nothing. */
    static List<Field> betweenTabs(byte[] content, int from, int to) {
        List<Field> fields = new ArrayList<>(5);
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || content[i] == '\t') {
                fields.add(stripped(content, start, i));
                start = i + 1;
            }
        }
        while (fields.size() > FEWEST && fields.get(fields.size() - 1).text().isEmpty()) {
            fields.remove(fields.size() - 1);
        }
        return fields;
    }

    /** Between runs of white space. */
    static List<Field> betweenBlanks(byte[] content, int from, int to) {
        List<Field> fields = new ArrayList<>(5);
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || isBlank(content[i])) {
                if (i > start) {
                    fields.add(stripped(content, start, i));
                }
                start = i + 1;
            }
        }
        return fields;
    }

    private static Field stripped(byte[] content, int from, int to) {
        int first = from;
        int end = to;
        while (first < end && isBlank(content[first])) {
            first++;
        }
        while (end > first && isBlank(content[end - 1])) {
            end--;
        }
        return new Field(first, FieldText.of(content, first, end));
    }

    /** White space, and whatever else of ASCII does not print. */
    static boolean isBlank(byte one) {
        return one >= 0 && one <= ' ';
    }
}
