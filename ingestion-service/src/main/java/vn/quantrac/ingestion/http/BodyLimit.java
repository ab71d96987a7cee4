package vn.quantrac.ingestion.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Bounds the bodies of all requests but streams; Quarkus knows one bound for all of them only. */
@ApplicationScoped
class BodyLimit {
    private static final Pattern STREAM = Pattern.compile("/api/ingestion/v1/stations/[^/]+/readings");

    private final long most;

    BodyLimit(HttpDoorConfig config) {
        this.most = config.maxBody().asLongValue();
    }

    void install(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT).handler(this::limit);
    }

    private void limit(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (STREAM.matcher(exchange.normalizedPath()).matches()) {
            exchange.next();
        } else if (length == null) {
            // Counted while it is read.
            exchange.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
            exchange.next();
        } else if (Long.parseLong(length) > most) {
            refuse(exchange.response(), request);
        } else {
            exchange.next();
        }
    }

    private void refuse(HttpServerResponse response, HttpServerRequest request) {
        JsonObject problem = new JsonObject()
                .put("type", "/problems/body-too-large")
                .put("title", "Request Entity Too Large")
                .put("status", 413)
                .put("detail", "At most " + most + " bytes; send more as a stream of readings");
        response.setStatusCode(413);
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            // Java's client waits for ever for the body of an answer that comes instead of "100 Continue".
            response.end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end(problem.toBuffer());
        }
    }
}
