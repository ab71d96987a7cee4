package vn.quantrac.compliance.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, and whose stations are theirs to see. */
@RequestScoped
public class Caller {
    private static final Set<String> SEE_ALL =
            Set.of(Roles.REGISTRY_ADMIN, Roles.OPERATOR, Roles.AGENCY, Roles.MINISTRY, Roles.SERVICE);

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The facility a caller is bound to; null for everybody who sees all. */
    public String facility() {
        if (identity.getRoles().stream().anyMatch(SEE_ALL::contains)) {
            return null;
        }
        Object claim = ((JsonWebToken) identity.getPrincipal()).getClaim("facility");
        // A facility user without a facility sees what belongs to nobody: nothing.
        return claim == null ? "" : claim.toString();
    }
}
