package vn.quantrac.ingestion.adjustment;

import java.time.Instant;

/**
 * Who did what with an adjustment, and why.
 *
 * @param step the state it had afterwards; {@code withdrawal-rejected} when it stayed approved
 */
public record Step(String step, String person, Instant at, String comment) {
    static final String WITHDRAWAL_REJECTED = "withdrawal-rejected";
}
