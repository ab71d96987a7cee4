package vn.quantrac.ingestion.intake;

/**
 * What a replay did.
 *
 * @param stored entries of the quarantine whose readings are in
 * @param superseded entries whose readings had all been sent again since
 * @param readings what became of the readings
 */
public record ReplayCounts(int stored, int superseded, Counts readings) {
    public static final ReplayCounts NONE = new ReplayCounts(0, 0, Counts.NONE);

    public ReplayCounts plus(ReplayCounts other) {
        return new ReplayCounts(stored + other.stored, superseded + other.superseded, readings.plus(other.readings));
    }
}
