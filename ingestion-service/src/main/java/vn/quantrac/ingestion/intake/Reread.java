package vn.quantrac.ingestion.intake;

import java.util.List;
import vn.quantrac.ingestion.reading.NewReading;
import vn.quantrac.ingestion.telegram.Refusal;
import vn.quantrac.ingestion.telegram.Telegram;

/**
 * A telegram of which more is understood now than when it came.
 *
 * @param entries of the quarantine, in the order of their bytes
 * @param refusals what is refused now within these entries
 */
public record Reread(Telegram telegram, List<Entry> entries, List<Refusal> refusals) {
    /**
     * An entry of the quarantine of which something is understood.
     *
     * @param readings at least one
     */
    public record Entry(long id, List<NewReading> readings) {}

    /** How many readings there are in all. */
    public int readings() {
        return entries.stream().mapToInt(entry -> entry.readings().size()).sum();
    }
}
