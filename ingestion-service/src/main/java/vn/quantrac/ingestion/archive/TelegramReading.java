package vn.quantrac.ingestion.archive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A reading that came of a telegram.
 *
 * @param value in {@code unit}, the canonical one; null when the logger had none
 * @param revision 0 when it was the first of its time
 * @param current whether no later one has replaced it
 * @param cursor of its event in the feed
 */
public record TelegramReading(
        long cursor,
        String parameter,
        long datastream,
        Instant time,
        BigDecimal value,
        String unit,
        String status,
        List<String> flags,
        int revision,
        boolean current) {}
