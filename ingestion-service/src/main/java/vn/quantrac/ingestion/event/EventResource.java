package vn.quantrac.ingestion.event;

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

/** What happened to the data of a station: revised, late, missing, with a wrong clock. */
@Path("/api/ingestion/v1/stations/{code}/events")
@Produces(MediaType.APPLICATION_JSON)
class EventResource {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int MOST = 1_000;

    private final StationEvents events;
    private final Caller caller;

    EventResource(StationEvents events, Caller caller) {
        this.events = events;
        this.caller = caller;
    }

    /** @param next the address of the page that follows, or null at the end */
    public record Page(List<StationEvent> items, String next) {}

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY})
    @Operation(
            summary = "Revisions, lateness, gaps and clock errors of a station, in order of time",
            description = "Of readings from from to before to, at most 31 days; what one telegram brought is one event")
    public Page list(
            @PathParam("code") String code,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("type") String type,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1) {
            throw BadParameter.problem("limit must be at least 1");
        }
        String station = caller.readableStation(code);
        Period period = Period.of(from, to, LONGEST);
        EventType wanted = EventType.of(type);
        int most = Math.min(limit, MOST);
        List<StationEvent> items = events.of(station, period, wanted, AfterEvent.parse(after), most);
        return new Page(items, items.size() < most ? null : next(station, period, type, items.get(most - 1), most));
    }

    private static String next(String station, Period period, String type, StationEvent last, int limit) {
        UriBuilder next = UriBuilder.fromResource(EventResource.class)
                .queryParam("from", period.from())
                .queryParam("to", period.to())
                .queryParam("after", AfterEvent.of(last).text())
                .queryParam("limit", limit);
        if (type != null) {
            next.queryParam("type", type);
        }
        return next.build(station).toString();
    }
}
