package vn.quantrac.gateway.access;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import vn.quantrac.gateway.access.Decision.Admitted;
import vn.quantrac.gateway.access.Decision.Refused;
import vn.quantrac.gateway.problem.Problem;
import vn.quantrac.gateway.route.Route;
import vn.quantrac.gateway.route.Verb;

/** Decides by route, method and token who may pass; what no line of the table allows is refused. */
@Singleton
public final class AccessControl {
    private static final Logger LOG = Logger.getLogger(AccessControl.class);
    private static final String ANONYMOUS = "anonymous";

    private final IdentityProviderManager identities;

    @Inject
    AccessControl(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /** Judges a request for a canonical path. */
    public Uni<Decision> decide(RoutingContext exchange, Route route, String path) {
        Verb verb = Verb.of(exchange.request().method()).orElse(null);
        if (verb == null) {
            return refused(Problem.METHOD_NOT_ALLOWED);
        }
        return switch (route.admission()) {
            case IDENTITY -> admitted(ANONYMOUS);
            case OPEN -> verb == Verb.READ ? admitted(ANONYMOUS) : refused(Problem.METHOD_NOT_ALLOWED);
            case TOKEN ->
                StationDoor.admits(exchange.request(), path)
                        ? admitted("a station")
                        : decideByToken(exchange, route.roles(verb));
        };
    }

    private Uni<Decision> decideByToken(RoutingContext exchange, Set<String> allowed) {
        // Otherwise Quarkus answers by itself, and without a problem document.
        BiConsumer<RoutingContext, Throwable> leftToUs = (context, failure) -> {};
        exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, leftToUs);
        return QuarkusHttpUser.getSecurityIdentity(exchange, identities)
                .map(identity -> decide(identity, allowed))
                .onFailure()
                .recoverWithItem(failure -> new Refused(ANONYMOUS, problem(failure)));
    }

    /** Only what has to do with reaching Keycloak is not the token's fault. */
    private static Problem problem(Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            return Problem.BAD_TOKEN;
        }
        LOG.warnf("A token cannot be checked: %s", failure);
        return failure instanceof OIDCException || failure instanceof IOException || failure instanceof TimeoutException
                ? Problem.IDENTITY_DOWN
                : Problem.BAD_TOKEN;
    }

    private static Decision decide(SecurityIdentity identity, Set<String> allowed) {
        if (identity == null || identity.isAnonymous()) {
            return new Refused(ANONYMOUS, Problem.NO_TOKEN);
        }
        return Collections.disjoint(identity.getRoles(), allowed)
                ? new Refused(name(identity), Problem.NOT_ALLOWED)
                : new Admitted(name(identity));
    }

    private static String name(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getName() == null
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    private static Uni<Decision> admitted(String caller) {
        return Uni.createFrom().item(new Admitted(caller));
    }

    private static Uni<Decision> refused(Problem problem) {
        return Uni.createFrom().item(new Refused(ANONYMOUS, problem));
    }
}
