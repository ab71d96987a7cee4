package vn.quantrac.ingestion.revision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.query.BadParameter;
import vn.quantrac.ingestion.query.Period;

/** Readings with everything that was ever said of them: original, adjusted, approved. */
@Path("/api/ingestion/v1/stations/{code}/readings")
@Produces(MediaType.APPLICATION_JSON)
class RevisionResource {
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int MOST = 10_000;

    private final Revisions revisions;
    private final Caller caller;

    RevisionResource(Revisions revisions, Caller caller) {
        this.revisions = revisions;
        this.caller = caller;
    }

    /** @param next the address of the page that follows, or null at the end */
    public record Page(List<Revision> items, String next) {}

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY})
    @Operation(
            summary = "Every revision of a parameter's readings, in order of time",
            description = "From from to before to, at most 400 days. state is original or adjusted; approved says"
                    + " whether an operator has approved the revision")
    public Page list(
            @PathParam("code") String code,
            @QueryParam("parameter") String parameter,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        if (parameter == null || limit < 1) {
            throw BadParameter.problem("parameter is needed, and limit must be at least 1");
        }
        String station = caller.readableStation(code);
        Period period = Period.of(from, to, LONGEST);
        int most = Math.min(limit, MOST);
        List<Revision> items = revisions.of(station, parameter, period, After.parse(after), most);
        String next = items.size() < most
                ? null
                : UriBuilder.fromPath("/api/ingestion/v1/stations/{code}/readings")
                        .queryParam("parameter", parameter)
                        .queryParam("from", period.from())
                        .queryParam("to", period.to())
                        .queryParam("after", After.of(items.get(most - 1)).text())
                        .queryParam("limit", most)
                        .build(station)
                        .toString();
        return new Page(items, next);
    }
}
