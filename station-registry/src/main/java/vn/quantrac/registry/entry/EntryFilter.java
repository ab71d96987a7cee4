package vn.quantrac.registry.entry;

import java.time.Instant;
import java.util.stream.Stream;
import vn.quantrac.registry.problem.Problems;
import vn.quantrac.registry.rule.JsonRules;

/** Which entries a list shows; null is no restriction. */
record EntryFilter(Instant at, String station, String medium, String facility) {
    EntryFilter {
        if (!Stream.of(station, medium, facility).allMatch(EntryFilter::askable)) {
            throw Problems.bad("station, medium, facility", "must not hold control characters");
        }
    }

    private static boolean askable(String text) {
        return text == null || JsonRules.printable(text);
    }
}
