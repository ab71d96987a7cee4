package vn.quantrac.ingestion.feed;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.feeds.FeedPage;
import vn.quantrac.feeds.FeedRequest;
import vn.quantrac.ingestion.access.Roles;

/** The feed {@code readings} for the services behind this one. */
@Path("/api/ingestion/v1/feed")
@Produces(MediaType.APPLICATION_JSON)
class FeedResource {
    private final ReadingsFeed feed;

    FeedResource(ReadingsFeed feed) {
        this.feed = feed;
    }

    @GET
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Readings after a cursor, in the order of their commit, without gaps")
    public FeedPage read(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        return FeedRequest.answer(feed, after, limit);
    }
}
