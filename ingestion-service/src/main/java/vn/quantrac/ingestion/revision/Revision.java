package vn.quantrac.ingestion.revision;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A reading as it was sent, or as people adjusted it.
 *
 * @param value in {@code unit}; null when there is none
 * @param revision 0 for the first of its time; none is ever changed
 * @param receivedAt when its telegram came; of an adjustment, when it was decided
 * @param telegram in which the logger sent it; of an adjustment, the one of the original
 * @param adjustment that made it or took it back; null for what a logger sent
 * @param state {@code original}, or {@code adjusted} when people have changed its value or status
 * @param current whether no later one has replaced it
 * @param approved whether an operator has approved it, as one of a period
 */
public record Revision(
        long datastream,
        Instant time,
        int revision,
        BigDecimal value,
        String unit,
        String status,
        List<String> flags,
        Instant receivedAt,
        UUID telegram,
        UUID adjustment,
        String state,
        boolean current,
        boolean approved) {}
