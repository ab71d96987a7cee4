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
    Response problem(RoutingContext request) {
        HttpProblem.Builder problem = HttpProblem.builder()
                .withStatus(Response.Status.UNAUTHORIZED)
                .withTitle("Unauthorized")
                .withDetail("A valid token is needed, or a station and its secret");
        // The mechanism that refused has mostly said already how to do better.
        if (!request.response().headers().contains(HttpHeaders.WWW_AUTHENTICATE)) {
            problem.withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return problem.build().toResponse();
    }
}
