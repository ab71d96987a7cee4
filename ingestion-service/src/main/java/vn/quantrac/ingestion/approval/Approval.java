package vn.quantrac.ingestion.approval;

import java.time.Instant;
import java.util.UUID;

/**
 * That the data of a station for a period may be taken as final, as they were then.
 *
 * @param from first time
 * @param to the time before which it ends
 * @param cursor of the newest event of the feed then: what has a later one is provisional
 * @param revoked null while it holds
 */
public record Approval(
        UUID id,
        String station,
        Instant from,
        Instant to,
        long cursor,
        String comment,
        String approvedBy,
        Instant approvedAt,
        Revocation revoked) {
    /** Who took it back, and why. */
    public record Revocation(String by, Instant at, String comment) {}
}
