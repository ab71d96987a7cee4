package vn.quantrac.gateway.route;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** One line of the route table. */
public record Route(
        String name,
        String path,
        URI upstream,
        Admission admission,
        Set<String> readers,
        Set<String> writers,
        boolean crossOrigin,
        Optional<String> openapi) {
    static Route of(String name, RoutesConfig.RouteConfig config) {
        return new Route(
                name,
                config.path(),
                config.upstream(),
                config.admission(),
                config.read().orElse(Set.of()),
                config.write().orElse(Set.of()),
                config.crossOrigin(),
                config.openapi());
    }

    /** The roles that may use a method; none at all is a closed door, not an open one. */
    public Set<String> roles(Verb verb) {
        return verb == Verb.READ ? readers : writers;
    }

    boolean covers(String requested) {
        return isBelow(path, requested);
    }

    static boolean isBelow(String prefix, String requested) {
        return prefix.equals("/") || requested.equals(prefix) || requested.startsWith(prefix + "/");
    }
}
