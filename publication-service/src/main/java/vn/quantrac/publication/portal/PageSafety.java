package vn.quantrac.publication.portal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;

/** Tells browsers to run and load nothing but the portal's own files, and map tiles if there are any. */
@ApplicationScoped
class PageSafety {
    private final String policy;

    PageSafety(PortalConfig config) {
        String tiles = config.tileUrl()
                .flatMap(PageSafety::origin)
                .map(origin -> " " + origin)
                .orElse("");
        policy = "default-src 'self'; img-src 'self' data:" + tiles
                + "; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    }

    /** Scheme and host of a tile address, whose path and host may hold placeholders. */
    static Optional<String> origin(String tileUrl) {
        URI address = URI.create(tileUrl.replace("{s}.", "wildcard-host.").replaceAll("[{}]", ""));
        return Optional.ofNullable(address.getAuthority())
                .map(host -> address.getScheme() + "://" + host.replace("wildcard-host.", "*."));
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    MultiMap headers = request.response().headers();
                    headers.set("Content-Security-Policy", policy);
                    headers.set("X-Content-Type-Options", "nosniff");
                    headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
                    request.next();
                },
                100);
    }
}
