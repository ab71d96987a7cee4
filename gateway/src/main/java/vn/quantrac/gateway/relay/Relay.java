package vn.quantrac.gateway.relay;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import vn.quantrac.gateway.problem.Problem;
import vn.quantrac.gateway.route.Route;
import vn.quantrac.gateway.route.RoutesConfig;

/** Passes requests on to the services and their answers back, both as streams. */
@Singleton
public final class Relay {
    private static final int CONNECTIONS_PER_SERVICE = 256;

    private final Vertx vertx;
    private final RoutesConfig config;
    private final HttpClient client;
    private final RequestHeaders requestHeaders;
    private final ResponseHeaders responseHeaders;

    @Inject
    Relay(Vertx vertx, RoutesConfig config, ResponseHeaders responseHeaders) {
        this.vertx = vertx;
        this.config = config;
        this.responseHeaders = responseHeaders;
        requestHeaders = new RequestHeaders(config.publicUrl());
        client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_PER_SERVICE)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) config.silenceTimeout().toMillis())
                .setDecompressionSupported(false));
    }

    /** Whether a body says of itself that it is too large. */
    public boolean isTooLarge(HttpServerRequest request, Route route) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > route.maxBody();
    }

    /** The problem of a body above the limit. */
    public Problem tooLarge(Route route) {
        return Problem.bodyTooLarge(route.maxBody());
    }

    /** Sends the request to the service of its route. */
    public void relay(HttpServerRequest request, Route route, String requestId) {
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> context.client().request(target(route.upstream())))
                .addInterceptor(new RelayedExchange(
                        vertx, route, requestId, requestHeaders, responseHeaders, config.silenceTimeout()))
                .handle(request);
    }

    private static RequestOptions target(URI upstream) {
        boolean secure = "https".equals(upstream.getScheme());
        int port = upstream.getPort() == -1 ? (secure ? 443 : 80) : upstream.getPort();
        return new RequestOptions().setHost(upstream.getHost()).setPort(port).setSsl(secure);
    }
}
