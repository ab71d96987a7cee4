package vn.quantrac.ingestion.intake;

/** Doors open when all behind them is ready, and close before it stops: priorities of the observers. */
public final class DoorOrder {
    /** Of the start; the ordinary one is 2500. */
    public static final int OPEN = 3_000;

    /** Of the stop. */
    public static final int CLOSE = 1_000;

    private DoorOrder() {}
}
