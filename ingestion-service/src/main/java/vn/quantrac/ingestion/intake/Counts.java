package vn.quantrac.ingestion.intake;

/** What became of a telegram's readings. */
public record Counts(int accepted, int revised, int duplicate) {
    public static final Counts NONE = new Counts(0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(accepted + other.accepted, revised + other.revised, duplicate + other.duplicate);
    }
}
