package vn.quantrac.registry.entry;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import vn.quantrac.registry.problem.Problems;

/** Instants as callers write them; whole milliseconds, as all on the wire. */
final class Instants {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Instants() {}

    static Instant parse(String field, String text) {
        try {
            Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw Problems.bad(field, "must be between 1900 and 2200");
            }
            return instant;
        } catch (DateTimeParseException e) {
            throw Problems.bad(field, "is no instant such as 2026-01-01T00:00:00Z");
        }
    }
}
