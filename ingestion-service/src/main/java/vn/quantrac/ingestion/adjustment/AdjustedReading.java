package vn.quantrac.ingestion.adjustment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What an adjustment makes of a reading.
 *
 * @param number within the adjustment, from 1, in order of time
 * @param original the revision that is adjusted; the adjusted one follows it
 * @param unit of both values
 * @param flags of the adjusted revision
 * @param superseded whether somebody else, mostly the logger, has revised the reading since: while it is proposed it
 *     cannot be approved, afterwards it has no effect on this reading
 */
public record AdjustedReading(
        int number,
        long datastream,
        Instant time,
        int original,
        BigDecimal originalValue,
        String originalStatus,
        String unit,
        BigDecimal value,
        String status,
        List<String> flags,
        boolean superseded) {
    boolean changes() {
        boolean sameValue =
                value == null ? originalValue == null : originalValue != null && value.compareTo(originalValue) == 0;
        return !sameValue || !status.equals(originalStatus);
    }
}
