package vn.quantrac.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the gateway relays, to whom and for whom; {@code application.properties} holds the whole table. */
@ConfigMapping(prefix = "gateway")
public interface RoutesConfig {
    /** The routes by name; of two that fit a path the longer one counts. */
    Map<String, RouteConfig> routes();

    /** Paths that lead nowhere unless a longer route says otherwise, so that nothing is open by accident. */
    List<String> closed();

    /** The largest body that is relayed on a route that says nothing else. */
    @WithDefault("512M")
    MemorySize maxBody();

    /** How long a connection to a service may take. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** How long a service may be silent before the caller is told so. */
    @WithDefault("60s")
    Duration silenceTimeout();

    /** The address people use; needed when TLS ends before the gateway. */
    Optional<URI> publicUrl();

    /** Where the portal's map may load its tiles from. */
    Optional<List<String>> tileOrigins();

    /** One line of the table. */
    interface RouteConfig {
        /** The path and everything below it; a segment {@code *} is any one. */
        String path();

        /** Scheme, host and port of the service. */
        URI upstream();

        /** How callers are admitted. */
        @WithDefault("token")
        Admission admission();

        /** Roles that may read (GET, HEAD, OPTIONS), for admission by token. */
        Optional<Set<String>> read();

        /** Roles that may write (POST, PUT, PATCH, DELETE), for admission by token. */
        Optional<Set<String>> write();

        /** The largest body that the service takes, when that is not the general limit. */
        Optional<MemorySize> maxBody();

        /** Whether pages of other sites may read it. */
        @WithDefault("false")
        boolean crossOrigin();

        /** Where the API describes itself, for the index. */
        Optional<String> openapi();

        /** A route that is switched off does not exist. */
        @WithDefault("true")
        boolean enabled();
    }
}
