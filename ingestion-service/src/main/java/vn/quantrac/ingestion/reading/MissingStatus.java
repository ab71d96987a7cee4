package vn.quantrac.ingestion.reading;

/** What to make of a reading whose device status the logger does not say. */
public enum MissingStatus {
    /** Quarantine: nothing is assumed. */
    QUARANTINE,
    /** It is taken as 00, measuring, and flagged {@code status_assumed}. */
    MEASURING
}
