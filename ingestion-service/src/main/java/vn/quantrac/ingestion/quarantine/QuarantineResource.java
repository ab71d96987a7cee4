package vn.quantrac.ingestion.quarantine;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.query.BadParameter;

/** What was not understood, oldest first. */
@Path("/api/ingestion/v1/quarantine")
@Produces(MediaType.APPLICATION_JSON)
class QuarantineResource {
    private static final int MOST = 1_000;

    private final Quarantine quarantine;
    private final Caller caller;

    QuarantineResource(Quarantine quarantine, Caller caller) {
        this.quarantine = quarantine;
        this.caller = caller;
    }

    /** @param next the address of the page that follows, or null at the end */
    public record Page(List<QuarantinedLine> items, String next) {}

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY})
    @Operation(summary = "Lines and telegrams in quarantine, oldest first")
    public Page list(
            @QueryParam("station") String station,
            @QueryParam("open") Boolean open,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || after < 0) {
            throw BadParameter.problem("after must be at least 0 and limit at least 1");
        }
        int most = Math.min(limit, MOST);
        List<QuarantinedLine> items = quarantine.after(after, most, station, open, caller.stations());
        return new Page(
                items,
                items.size() < most
                        ? null
                        : next(station, open, items.get(items.size() - 1).id(), most));
    }

    private static String next(String station, Boolean open, long after, int limit) {
        UriBuilder next = UriBuilder.fromResource(QuarantineResource.class)
                .queryParam("after", after)
                .queryParam("limit", limit);
        if (station != null) {
            next.queryParam("station", station);
        }
        if (open != null) {
            next.queryParam("open", open);
        }
        return next.build().toString();
    }
}
