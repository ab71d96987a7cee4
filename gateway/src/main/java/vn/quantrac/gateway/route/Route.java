package vn.quantrac.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * One line of the route table.
 *
 * @param maxBody the largest body in bytes
 */
public record Route(
        String name,
        String path,
        URI upstream,
        Admission admission,
        Set<String> readers,
        Set<String> writers,
        long maxBody,
        boolean crossOrigin,
        Optional<String> openapi) {
    static Route of(String name, RoutesConfig.RouteConfig config, MemorySize maxBody) {
        return new Route(
                name,
                config.path(),
                config.upstream(),
                config.admission(),
                config.read().orElse(Set.of()),
                config.write().orElse(Set.of()),
                config.maxBody().orElse(maxBody).asLongValue(),
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

    /** A star in the prefix stands for any one segment. */
    static boolean isBelow(String prefix, String requested) {
        if (prefix.indexOf('*') >= 0) {
            return isBelow(prefix.split("/"), requested.split("/"));
        }
        return prefix.equals("/") || requested.equals(prefix) || requested.startsWith(prefix + "/");
    }

    private static boolean isBelow(String[] prefix, String[] requested) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= requested.length || !prefix[i].equals("*") && !prefix[i].equals(requested[i])) {
                return false;
            }
        }
        return true;
    }
}
