package vn.quantrac.registry.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, and how much of the registry is theirs to see. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The facility a caller is bound to; null for everybody who has another role as well. */
    public String facility() {
        boolean onlyFacility = identity.hasRole(Roles.FACILITY)
                && identity.getRoles().stream().noneMatch(role -> Roles.SEE_ALL.contains(role));
        if (!onlyFacility) {
            return null;
        }
        Object claim = ((JsonWebToken) identity.getPrincipal()).getClaim("facility");
        // A facility user without a facility sees what belongs to nobody: nothing.
        return claim == null ? "" : claim.toString();
    }

    /** Who it is, for good, as the issuer of the tokens says. */
    public String subject() {
        return ((JsonWebToken) identity.getPrincipal()).getSubject();
    }
}
