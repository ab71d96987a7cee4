package vn.quantrac.compliance.access;

/** Roles of the realm. */
public final class Roles {
    public static final String REGISTRY_ADMIN = "registry-admin";
    /** The centre: every station. */
    public static final String OPERATOR = "operator";
    /** A facility: its own stations. */
    public static final String FACILITY = "facility";

    public static final String AGENCY = "agency";
    public static final String MINISTRY = "ministry";
    /** Another service of the suite. */
    public static final String SERVICE = "service";

    private Roles() {}
}
