package vn.quantrac.gateway.route;

/** How the callers of a route are admitted. */
public enum Admission {
    /** A valid token with one of the route's roles. */
    TOKEN,
    /** Everybody may read, nobody may write; credentials are not passed on. */
    OPEN,
    /** The identity provider itself: it judges what it gets. */
    IDENTITY
}
