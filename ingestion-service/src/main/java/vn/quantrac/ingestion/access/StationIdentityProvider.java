package vn.quantrac.ingestion.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import vn.quantrac.ingestion.registry.StationSignIn;

/** HTTP Basic for loggers: user is the station, password one of its credentials. */
@ApplicationScoped
class StationIdentityProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private final StationSignIn signIn;

    StationIdentityProvider(StationSignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        String secret = new String(request.getPassword().getPassword());
        return signIn.station(request.getUsername(), secret)
                .map(station -> Uni.createFrom().item(identity(station)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException("Not a station's secret")));
    }

    private static SecurityIdentity identity(String station) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(station))
                .addRole(Roles.STATION)
                .addAttribute(Caller.STATION, station)
                .build();
    }
}
