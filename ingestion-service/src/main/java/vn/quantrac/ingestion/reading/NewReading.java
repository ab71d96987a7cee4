package vn.quantrac.ingestion.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A reading that was understood; whether it is new, a revision or a duplicate shows when it is stored.
 *
 * @param from first byte of its record within the telegram
 * @param value in {@code unit}, or null
 * @param unit the parameter's canonical unit
 * @param flags in alphabetical order
 */
public record NewReading(
        int from, long datastream, Instant time, BigDecimal value, String unit, String status, List<String> flags) {}
