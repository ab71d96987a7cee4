package vn.quantrac.gateway.relay;

import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.quantrac.gateway.route.RoutesConfig;

/** What every answer tells a browser. */
@Singleton
public final class ResponseHeaders {
    private final String contentSecurityPolicy;
    private final boolean secure;

    @Inject
    ResponseHeaders(RoutesConfig config) {
        String tiles = String.join(" ", config.tileOrigins().orElse(List.of()));
        contentSecurityPolicy = "default-src 'self'; img-src 'self' data: " + tiles
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        secure = config.publicUrl().map(url -> "https".equals(url.getScheme())).orElse(false);
    }

    /** Adds them; a policy of the service itself, as Keycloak has one for its pages, is kept. */
    public void addTo(MultiMap headers) {
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", contentSecurityPolicy);
        }
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.remove("Server");
        headers.remove("X-Powered-By");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
