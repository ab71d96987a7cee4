package vn.quantrac.gateway.relay;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.quantrac.gateway.route.Admission;

/** What a service gets to see of a request: nothing that a caller could use to pose as somebody or somewhere else. */
final class RequestHeaders {
    private static final List<String> FORGEABLE = List.of(
            "forwarded",
            "x-forwarded-",
            "x-real-ip",
            "x-user",
            "x-remote-",
            "x-original-",
            "x-rewrite-",
            "x-http-method",
            "x-method-override",
            "x-request-id",
            "x-client-",
            "true-client-ip",
            "x-cluster-client-ip",
            "via",
            "expect",
            "proxy-",
            "http2-settings");

    private final Optional<URI> publicUrl;

    RequestHeaders(Optional<URI> publicUrl) {
        this.publicUrl = publicUrl;
    }

    void clean(MultiMap headers, HttpServerRequest request, Admission admission, String requestId) {
        // What Connection names is meant for the gateway only, as Connection itself is (RFC 9110, 7.6.1).
        for (String connection : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : connection.split(",")) {
                removeUnlessContent(headers, name.trim());
            }
        }
        headers.names().stream().filter(RequestHeaders::isForgeable).toList().forEach(headers::remove);
        if (admission == Admission.OPEN) {
            headers.remove(HttpHeaders.AUTHORIZATION);
        }
        if (admission != Admission.IDENTITY) {
            headers.remove(HttpHeaders.COOKIE);
        }
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", publicUrl.map(URI::getScheme).orElse(request.scheme()));
        headers.set("X-Forwarded-Host", publicUrl.map(URI::getAuthority).orElseGet(() -> authority(request)));
        headers.set("X-Request-Id", requestId);
    }

    /** A caller must not be able to take away what the gateway itself relies on. */
    private static void removeUnlessContent(MultiMap headers, String name) {
        if (!name.isEmpty()
                && !name.toLowerCase(Locale.ROOT).matches("content-.*|authorization|host|transfer-encoding")) {
            headers.remove(name);
        }
    }

    private static boolean isForgeable(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return FORGEABLE.stream().anyMatch(lowerCase::startsWith);
    }

    private static String authority(HttpServerRequest request) {
        return request.authority() == null ? "localhost" : request.authority().toString();
    }
}
