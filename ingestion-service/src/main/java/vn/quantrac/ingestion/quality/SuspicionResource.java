package vn.quantrac.ingestion.quality;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.query.Period;

/** Readings that those around them make suspect, found when somebody asks. */
@Path("/api/ingestion/v1/stations/{code}/suspicions")
@Produces(MediaType.APPLICATION_JSON)
class SuspicionResource {
    private static final Duration MOST = Duration.ofDays(31);

    private final StationReadings readings;
    private final NeighbourChecks checks;
    private final Caller caller;

    SuspicionResource(StationReadings readings, NeighbourChecks checks, Caller caller) {
        this.readings = readings;
        this.checks = checks;
        this.caller = caller;
    }

    public record Suspicions(List<Suspicion> items) {}

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY})
    @Operation(
            summary = "Readings of status 00 that their neighbours make suspect",
            description =
                    "suspect_constant, spike, part_above_whole and inconsistent; at most 31 days from from to before to")
    public Suspicions list(
            @PathParam("code") String code, @QueryParam("from") String from, @QueryParam("to") String to) {
        String station = caller.station(code);
        Period period = Period.of(from, to, MOST);
        return new Suspicions(checks.suspicions(readings.of(station, period, checks.margin()), period));
    }
}
