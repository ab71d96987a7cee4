package vn.quantrac.ingestion.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * An operator's wish to have the quarantine read again.
 *
 * @param station only its entries; null for all
 * @param reason only entries with this one, a slug; null for all
 */
public record Replay(UUID id, String operator, String station, String reason, Instant startedAt) {}
