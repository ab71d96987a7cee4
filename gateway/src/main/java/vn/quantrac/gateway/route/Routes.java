package vn.quantrac.gateway.route;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The route table. */
@Singleton
public final class Routes {
    private final List<Route> longestFirst;
    private final List<String> closed;

    @Inject
    Routes(RoutesConfig config) {
        longestFirst = config.routes().entrySet().stream()
                .filter(entry -> entry.getValue().enabled())
                .map(entry -> Route.of(entry.getKey(), entry.getValue(), config.maxBody()))
                .sorted(Comparator.comparingInt((Route route) -> route.path().length())
                        .reversed())
                .toList();
        closed = config.closed();
    }

    /** The route of a canonical path; empty when nothing is there. */
    public Optional<Route> find(String path) {
        return longestFirst.stream()
                .filter(route -> route.covers(path))
                .findFirst()
                .filter(route -> !isClosed(path, route));
    }

    /** A closed path stays closed to a shorter route, such as the portal that takes everything else. */
    private boolean isClosed(String path, Route route) {
        return closed.stream()
                .anyMatch(prefix -> prefix.length() > route.path().length() && Route.isBelow(prefix, path));
    }

    /** All routes, longest path first. */
    public List<Route> all() {
        return longestFirst;
    }
}
