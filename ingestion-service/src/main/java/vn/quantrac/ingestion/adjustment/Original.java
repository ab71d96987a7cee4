package vn.quantrac.ingestion.adjustment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The current revision of a reading, about to be adjusted.
 *
 * @param adjustment the one that made it, or null
 */
record Original(
        long datastream,
        Instant time,
        int revision,
        BigDecimal value,
        String unit,
        String status,
        List<String> flags,
        UUID adjustment) {}
