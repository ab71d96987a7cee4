package vn.quantrac.compliance.verdict;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.compliance.access.Roles;
import vn.quantrac.feeds.FeedPage;
import vn.quantrac.feeds.FeedRequest;

/** Every verdict since the beginning, for the other services. */
@Path("/feed")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
class FeedResource {
    private final VerdictFeed verdicts;

    FeedResource(VerdictFeed verdicts) {
        this.verdicts = verdicts;
    }

    @GET
    @Operation(summary = "The verdicts after a cursor, in order and without gaps")
    public FeedPage read(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        return FeedRequest.answer(verdicts.feed(), after, limit);
    }
}
