package vn.quantrac.ingestion.http;

import java.util.ArrayList;
import java.util.List;
import vn.quantrac.ingestion.http.StreamResult.RefusedLine;

/** As many refused lines as an answer holds; the others are in the quarantine like these. */
final class FirstRefusals {
    private static final int MOST = 1_000;

    private final List<RefusedLine> first = new ArrayList<>();

    void add(RefusedLine line) {
        if (first.size() < MOST) {
            first.add(line);
        }
    }

    List<RefusedLine> all() {
        return first;
    }
}
