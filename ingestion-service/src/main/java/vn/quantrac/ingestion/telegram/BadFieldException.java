package vn.quantrac.ingestion.telegram;

/** A field that has not the form of one. */
public final class BadFieldException extends Exception {
    private static final int QUOTED = 40;

    private final Reason reason;

    public BadFieldException(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** Quotes the field, shortened. */
    public static BadFieldException quoting(Reason reason, String detail, String field) {
        String quoted = field.length() > QUOTED ? field.substring(0, QUOTED) + "…" : field;
        return new BadFieldException(reason, detail + ": '" + quoted + "'");
    }

    public Reason reason() {
        return reason;
    }
}
