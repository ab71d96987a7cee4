package vn.quantrac.ingestion.intake;

/** Too much of one station waits for its commit; the others go on. */
public class StationBusyException extends IntakeBusyException {
    private static final long serialVersionUID = 1L;

    StationBusyException(String message) {
        super(message);
    }
}
