package vn.quantrac.ingestion.access;

/** Who may call. The realm gives all roles but {@link #STATION}. */
public final class Roles {
    /** A logger that signed in with a credential of its station. */
    public static final String STATION = "station";

    /** The centre: every station. */
    public static final String OPERATOR = "operator";

    /** A facility: its own stations. */
    public static final String FACILITY = "facility";

    /** Inspectors and other authorities: they read every station. */
    public static final String AGENCY = "agency";

    /** The ministry: it reads every station. */
    public static final String MINISTRY = "ministry";

    /** Another service of the suite. */
    public static final String SERVICE = "service";

    private Roles() {}
}
