package vn.quantrac.publication.ministry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.feeds.FeedPage;
import vn.quantrac.feeds.FeedRequest;
import vn.quantrac.publication.opendata.Period;

/** What the ministry pulls. */
@Path("/api/ministry/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ministry")
class MinistryResource {
    private static final Duration USUAL_PERIOD = Duration.ofDays(1);

    private final MinistryFeed feed;
    private final Ledger ledger;
    private final Clock clock;

    MinistryResource(MinistryFeed feed, Ledger ledger, Clock clock) {
        this.feed = feed;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GET
    @Path("readings")
    @Operation(
            summary = "Every accepted reading after a cursor, in order and without gaps",
            description = "Cursors are numbers from 1 without gaps: whoever holds 1 to n holds everything.")
    public FeedPage readings(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        return FeedRequest.answer(feed, after, limit);
    }

    @GET
    @Path("summary")
    @Operation(summary = "How many readings, revisions included, were measured in a period, by station")
    public Summary summary(@QueryParam("from") String from, @QueryParam("to") String to) {
        return ledger.summary(Period.of(from, to, USUAL_PERIOD, clock.instant()));
    }
}
