package vn.quantrac.gateway.relay;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The end of a connection whose caller may still be sending a body that nobody wants. */
public final class Farewell {
    /** Closing at once could take the answer away from a caller that has not read it yet. */
    private static final long LINGER_MILLIS = 2_000;

    private Farewell() {}

    /** Whether there is a body at all. */
    public static boolean isDue(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    /** Throws away what still comes, for a moment, then closes. */
    public static void bid(Vertx vertx, HttpServerRequest request) {
        request.handler(ignored -> {}).resume();
        if (isDue(request)) {
            vertx.setTimer(LINGER_MILLIS, timer -> request.connection().close());
        }
    }
}
