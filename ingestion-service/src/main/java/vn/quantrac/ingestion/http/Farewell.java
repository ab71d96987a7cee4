package vn.quantrac.ingestion.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The end of a connection whose caller has its answer and still sends: the next request would wait behind the rest of the
 * body for ever. Closing at once could take the answer away from a caller that has not read it yet.
 */
@ApplicationScoped
class Farewell {
    private static final long LINGER_MILLIS = 2_000;

    void install(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(exchange -> {
            exchange.addHeadersEndHandler(answered -> announce(exchange));
            exchange.addEndHandler(answered -> bid(exchange));
            exchange.next();
        });
    }

    private static void announce(RoutingContext exchange) {
        if (isSending(exchange.request())) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private static void bid(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (exchange.response().headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)) {
            if (!request.isEnded()) {
                request.handler(ignored -> {}).resume();
            }
            exchange.vertx()
                    .setTimer(LINGER_MILLIS, timer -> request.connection().close());
        }
    }

    private static boolean isSending(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean body =
                request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
        return body && !request.isEnded();
    }
}
