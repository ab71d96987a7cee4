package vn.quantrac.ingestion.tt10;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits a line into records of fields. The layouts of the field that differ from the circular belong here. */
final class Tt10Tokens {
    private static final int FIELDS = 5;

    private Tt10Tokens() {}

    /** Normally one record; several when a logger writes all its records on one line. */
    static List<List<String>> records(String line) {
        List<String> fields = fields(line);
        if (fields.size() <= FIELDS || fields.size() % FIELDS != 0) {
            return List.of(fields);
        }
        List<List<String>> records = new ArrayList<>();
        for (int from = 0; from < fields.size(); from += FIELDS) {
            records.add(fields.subList(from, from + FIELDS));
        }
        return records;
    }

    /** Between TABs, or between runs of spaces when there is no TAB; a TAB at the end of a full record says nothing. */
    private static List<String> fields(String line) {
        if (line.indexOf('\t') < 0) {
            return Arrays.asList(line.strip().split("\\s+"));
        }
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            fields.add(line.substring(from, tab).strip());
            from = tab + 1;
        }
        String last = line.substring(from).strip();
        if (!last.isEmpty() || fields.size() % FIELDS != 0) {
            fields.add(last);
        }
        return fields;
    }
}
