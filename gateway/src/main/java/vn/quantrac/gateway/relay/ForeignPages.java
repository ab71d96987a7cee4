package vn.quantrac.gateway.relay;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;

/** CORS for open data: pages of any site may read it, without credentials. */
public final class ForeignPages {
    private ForeignPages() {}

    static void allow(MultiMap headers) {
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Access-Control-Expose-Headers", "ETag, Link, X-Request-Id");
    }

    /** Answers what a browser asks before an unusual request. */
    public static void answerPreflight(HttpServerResponse response) {
        allow(response.headers());
        response.putHeader("Access-Control-Allow-Methods", "GET, HEAD")
                .putHeader("Access-Control-Allow-Headers", "Accept, If-None-Match")
                .putHeader("Access-Control-Max-Age", "86400")
                .setStatusCode(204)
                .end();
    }
}
