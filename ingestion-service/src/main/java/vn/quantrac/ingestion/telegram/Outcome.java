package vn.quantrac.ingestion.telegram;

import java.util.List;
import java.util.UUID;

/**
 * What became of a telegram, said after the commit.
 *
 * @param accepted readings that are new
 * @param revised readings whose value or status differs from what was known; now the current ones
 * @param duplicate readings that said nothing new
 * @param quarantined refused lines, or 1 for a telegram that was refused as a whole
 * @param refusals why, the first {@value #MOST_REFUSALS}
 */
public record Outcome(
        UUID telegram, int accepted, int revised, int duplicate, int quarantined, List<Refusal> refusals) {
    private static final int MOST_REFUSALS = 1_000;

    public Outcome {
        refusals = List.copyOf(refusals.subList(0, Math.min(refusals.size(), MOST_REFUSALS)));
    }

    /** Whether nothing of it was understood. */
    public boolean rejected() {
        return quarantined > 0 && accepted + revised + duplicate == 0;
    }

    /** {@code accepted}, {@code duplicate} or {@code rejected}: how the telegram ended. */
    public String tag() {
        if (rejected()) {
            return "rejected";
        }
        return accepted + revised > 0 ? "accepted" : "duplicate";
    }
}
