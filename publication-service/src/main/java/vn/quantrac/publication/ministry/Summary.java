package vn.quantrac.publication.ministry;

import java.time.Instant;
import java.util.List;

/**
 * What is on record of a period of measurement, to compare with what was pulled.
 *
 * @param head the newest cursor on record
 * @param count readings and revisions measured in the period
 */
public record Summary(Instant from, Instant to, long head, long count, List<OfStation> stations) {

    /**
     * @param revisions how many of {@code count} replaced an earlier value
     * @param measuring how many of {@code count} have status 00
     */
    public record OfStation(
            String station, long count, long revisions, long measuring, long firstCursor, long lastCursor) {}
}
