package vn.quantrac.registry.feed;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.feeds.FeedPage;
import vn.quantrac.feeds.FeedRequest;

/** All changes of the registry since the beginning, for the other services. */
@Path("/feed")
public class FeedResource {
    private final RegistryFeed registry;

    FeedResource(RegistryFeed registry) {
        this.registry = registry;
    }

    @GET
    @Blocking
    @RolesAllowed("service")
    @Operation(summary = "The changes after a cursor, in order and without gaps")
    public FeedPage read(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        return FeedRequest.answer(registry.feed(), after, limit);
    }
}
