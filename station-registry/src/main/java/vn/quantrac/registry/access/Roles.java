package vn.quantrac.registry.access;

import java.util.Set;

/** Roles of the realm. */
public final class Roles {
    public static final String REGISTRY_ADMIN = "registry-admin";
    public static final String OPERATOR = "operator";
    public static final String FACILITY = "facility";
    public static final String AGENCY = "agency";
    public static final String MINISTRY = "ministry";
    public static final String SERVICE = "service";

    static final Set<String> SEE_ALL = Set.of(REGISTRY_ADMIN, OPERATOR, AGENCY, MINISTRY, SERVICE);

    private Roles() {}
}
