package vn.quantrac.ingestion.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 401 as a problem document. The mapper of resteasy-problem 3.21 does not link with this Quarkus. */
final class Unauthorized {
    @ServerExceptionMapper(
            value = {AuthenticationFailedException.class, UnauthorizedException.class},
            priority = Priorities.AUTHENTICATION)
    Response challenge(RoutingContext request) {
        String sent = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        boolean basic = sent != null && sent.regionMatches(true, 0, "Basic ", 0, 6);
        return HttpProblem.builder()
                .withStatus(Response.Status.UNAUTHORIZED)
                .withTitle("Unauthorized")
                .withDetail(basic ? "Not a station and its secret" : "A valid token is needed")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, basic ? "Basic realm=\"quantrac\"" : "Bearer")
                .build()
                .toResponse();
    }
}
