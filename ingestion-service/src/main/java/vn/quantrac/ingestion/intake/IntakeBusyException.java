package vn.quantrac.ingestion.intake;

/** Too much waits for its commit; the sender must come again later. Nothing was stored. */
public class IntakeBusyException extends RuntimeException {
    IntakeBusyException(String message) {
        super(message, null, false, false);
    }
}
