package vn.quantrac.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.quantrac.gateway.access.AccessControl;
import vn.quantrac.gateway.access.Challenge;
import vn.quantrac.gateway.access.Decision.Admitted;
import vn.quantrac.gateway.access.Decision.Refused;
import vn.quantrac.gateway.audit.AuditTrail;
import vn.quantrac.gateway.index.ApiIndexResource;
import vn.quantrac.gateway.problem.Problem;
import vn.quantrac.gateway.quota.Quota;
import vn.quantrac.gateway.relay.Farewell;
import vn.quantrac.gateway.relay.ForeignPages;
import vn.quantrac.gateway.relay.Relay;
import vn.quantrac.gateway.relay.ResponseHeaders;
import vn.quantrac.gateway.route.Admission;
import vn.quantrac.gateway.route.CanonicalPath;
import vn.quantrac.gateway.route.Route;
import vn.quantrac.gateway.route.Routes;
import vn.quantrac.gateway.route.Verb;

/** Every request comes through here: path, route, right, body size, and only then the service. */
@Singleton
final class Door {
    /** After Quarkus has prepared the check of the token, before its own resources. */
    private static final int ORDER = 10;

    private final Routes routes;
    private final AccessControl access;
    private final Quota quota;
    private final Relay relay;
    private final AuditTrail audit;
    private final ResponseHeaders responseHeaders;

    @Inject
    Door(
            Routes routes,
            AccessControl access,
            Quota quota,
            Relay relay,
            AuditTrail audit,
            ResponseHeaders responseHeaders) {
        this.routes = routes;
        this.access = access;
        this.quota = quota;
        this.relay = relay;
        this.audit = audit;
        this.responseHeaders = responseHeaders;
    }

    void open(@Observes Router router) {
        router.route().order(ORDER).handler(this::enter);
    }

    private void enter(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        request.pause();
        Optional<String> path = CanonicalPath.of(request.path());
        Optional<Route> route = path.flatMap(routes::find);
        audit.begin(exchange, route.map(Route::name).orElse("none"));
        if (path.isEmpty()
                || request.headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
            refuse(exchange, Problem.UNCLEAR_REQUEST);
        } else if (path.get().equals(ApiIndexResource.PATH)) {
            index(exchange);
        } else if (route.isEmpty()) {
            refuse(exchange, Problem.NOTHING_HERE);
        } else if (isOpen(route.get()) && !quota.allows(request.remoteAddress().hostAddress())) {
            exchange.response().putHeader("Retry-After", "1");
            refuse(exchange, Problem.TOO_MANY);
        } else if (route.get().crossOrigin() && request.method() == HttpMethod.OPTIONS) {
            ForeignPages.answerPreflight(exchange.response());
            request.resume();
        } else {
            judge(exchange, route.get(), path.get());
        }
    }

    private static boolean isOpen(Route route) {
        return route.admission() == Admission.OPEN;
    }

    private void index(RoutingContext exchange) {
        if (Verb.of(exchange.request().method()).filter(Verb.READ::equals).isPresent()) {
            responseHeaders.addTo(exchange.response().headers());
            exchange.request().resume();
            exchange.next();
        } else {
            exchange.response().putHeader(HttpHeaders.ALLOW, Verb.allowed(false));
            refuse(exchange, Problem.METHOD_NOT_ALLOWED);
        }
    }

    private void judge(RoutingContext exchange, Route route, String path) {
        access.decide(exchange, route, path).subscribe().with(decision -> {
            if (decision instanceof Admitted admitted) {
                audit.caller(exchange, admitted.caller());
                pass(exchange, route);
            } else if (decision instanceof Refused refused) {
                audit.caller(exchange, refused.caller());
                Challenge.of(refused.problem(), exchange.request(), path)
                        .forEach(challenge -> exchange.response().headers().add("WWW-Authenticate", challenge));
                if (refused.problem() == Problem.METHOD_NOT_ALLOWED) {
                    exchange.response().putHeader(HttpHeaders.ALLOW, Verb.allowed(!isOpen(route)));
                }
                refuse(exchange, refused.problem());
            }
        });
    }

    private void pass(RoutingContext exchange, Route route) {
        if (relay.isTooLarge(exchange.request(), route)) {
            refuse(exchange, relay.tooLarge(route));
        } else {
            relay.relay(exchange.request(), route, audit.requestId(exchange));
        }
    }

    /** The rest of a refused body is not read: an answer and the end of the connection come first. */
    private void refuse(RoutingContext exchange, Problem problem) {
        HttpServerResponse response = exchange.response();
        responseHeaders.addTo(response.headers());
        if (Farewell.isDue(exchange.request())) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(problem.json());
        Farewell.bid(exchange.vertx(), exchange.request());
    }
}
