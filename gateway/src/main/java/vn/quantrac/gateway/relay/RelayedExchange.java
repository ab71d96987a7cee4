package vn.quantrac.gateway.relay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import org.jboss.logging.Logger;
import vn.quantrac.gateway.problem.Problem;
import vn.quantrac.gateway.route.Route;
import vn.quantrac.gateway.route.Verb;

/** One request on its way to a service and back. */
final class RelayedExchange implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(RelayedExchange.class);

    private final Vertx vertx;
    private final Route route;
    private final String requestId;
    private final RequestHeaders requestHeaders;
    private final ResponseHeaders responseHeaders;
    private final Duration silence;
    private final long startNanos = System.nanoTime();

    RelayedExchange(
            Vertx vertx,
            Route route,
            String requestId,
            RequestHeaders requestHeaders,
            ResponseHeaders responseHeaders,
            Duration silence) {
        this.vertx = vertx;
        this.route = route;
        this.requestId = requestId;
        this.requestHeaders = requestHeaders;
        this.responseHeaders = responseHeaders;
        this.silence = silence;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        HttpServerRequest original = request.proxiedRequest();
        requestHeaders.clean(request.headers(), original, route.admission(), requestId);
        if (Farewell.isDue(original) || !isRead(original)) {
            LimitedBody body = new LimitedBody(request.getBody().stream(), route.maxBody());
            request.setBody(Body.body(body, request.getBody().length()));
            return context.sendRequest().recover(failure -> answer(request, problem(body), failure));
        }
        request.setBody(null);
        original.resume();
        return context.sendRequest()
                .recover(failure -> isWorthRepeating(failure) ? context.sendRequest() : Future.failedFuture(failure))
                .recover(failure -> answer(request, unreached(), failure));
    }

    private static boolean isRead(HttpServerRequest request) {
        return Verb.of(request.method()).filter(Verb.READ::equals).isPresent();
    }

    /** A kept connection may end just when it is used again, for instance because the service restarts. */
    private boolean isWorthRepeating(Throwable failure) {
        return failure instanceof HttpClosedException && !isSilent();
    }

    private Problem problem(LimitedBody body) {
        if (body.isExceeded()) {
            return Problem.bodyTooLarge(route.maxBody());
        }
        return body.isBegun() && !isSilentSince(body.movedNanos()) ? Problem.UPSTREAM_BROKE_OFF : unreached();
    }

    private Problem unreached() {
        return isSilent() ? Problem.UPSTREAM_SILENT : Problem.UPSTREAM_DOWN;
    }

    private Future<ProxyResponse> answer(ProxyRequest request, Problem problem, Throwable failure) {
        LOG.warnf("%s: %s (%s) id=%s", route.name(), problem.slug(), failure.getMessage(), requestId);
        ProxyResponse response = request.release()
                .response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .setBody(Body.body(Buffer.buffer(problem.json())));
        return Future.succeededFuture(response);
    }

    /** What still comes of a body that nobody takes is not waited for. */
    private void endUnlessRead(ProxyResponse response, HttpServerRequest request) {
        boolean refused = response.getStatusCode() == 413 || response.getStatusCode() >= 500;
        if (refused && Farewell.isDue(request) && !request.isEnded()) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
            Farewell.bid(vertx, request);
        }
    }

    /** The connection to a service is closed when nothing has moved on it for this long. */
    private boolean isSilent() {
        return isSilentSince(startNanos);
    }

    private boolean isSilentSince(long nanos) {
        return System.nanoTime() - nanos >= silence.toNanos();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        responseHeaders.addTo(response.headers());
        // The gateway has put its own on the answer.
        response.headers().remove("X-Request-Id");
        if (route.crossOrigin()) {
            ForeignPages.allow(response.headers());
        }
        endUnlessRead(response, context.request().proxiedRequest());
        return context.sendResponse();
    }
}
