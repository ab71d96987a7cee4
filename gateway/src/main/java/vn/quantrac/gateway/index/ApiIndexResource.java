package vn.quantrac.gateway.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.quantrac.gateway.route.Admission;
import vn.quantrac.gateway.route.Route;
import vn.quantrac.gateway.route.Routes;

/** What is behind the gateway. */
@Path(ApiIndexResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class ApiIndexResource {
    public static final String PATH = "/api";

    private final Routes routes;

    @Inject
    ApiIndexResource(Routes routes) {
        this.routes = routes;
    }

    /** The APIs with the roles they ask for; no role means everybody. */
    @GET
    @PermitAll
    public Index index() {
        return new Index(routes.all().stream()
                .filter(route -> route.admission() == Admission.TOKEN || route.crossOrigin())
                .map(Api::of)
                .toList());
    }

    /** The answer. */
    public record Index(List<Api> apis) {}

    /** @param openapi where the API describes itself, absent when it does not */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Api(String name, String path, Set<String> readers, Set<String> writers, Optional<String> openapi) {
        static Api of(Route route) {
            return new Api(
                    route.name(),
                    route.path(),
                    new TreeSet<>(route.readers()),
                    new TreeSet<>(route.writers()),
                    route.openapi());
        }
    }
}
