package vn.quantrac.ingestion.intake;

/** What became of a telegram's readings. */
record Counts(int accepted, int revised, int duplicate) {
    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(accepted + other.accepted, revised + other.revised, duplicate + other.duplicate);
    }
}
