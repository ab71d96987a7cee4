package vn.quantrac.publication.opendata;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.publication.verdict.Episode;
import vn.quantrac.publication.verdict.Verdicts;

/** When a limit was exceeded, for everybody; what late readings took back is not shown. */
@Path("/open/v1/exceedances")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ExceedancesResource {
    private static final Duration USUAL_PERIOD = Duration.ofDays(30);

    private final Verdicts verdicts;
    private final Questions questions;
    private final Clock clock;

    ExceedancesResource(Verdicts verdicts, Questions questions, Clock clock) {
        this.verdicts = verdicts;
        this.questions = questions;
        this.clock = clock;
    }

    /** Those that lasted at some time of the period; without one it is the last 30 days. */
    @GET
    @Operation(summary = "Exceedances of a station or of all, newest first; open=true for those that last")
    public Page<Episode> read(
            @QueryParam("station") String station,
            @QueryParam("open") boolean open,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @Context UriInfo asked) {
        Period period = Period.of(from, to, USUAL_PERIOD, clock.instant());
        int size = Questions.limit(limit);
        if (after != null && !verdicts.isExceedance(after)) {
            throw Problems.badParameter("after must be taken from a next link");
        }
        return Page.of(
                verdicts.exceedances(questions.stationOrAll(station), open, period.from(), period.to(), after, size),
                size,
                asked,
                Episode::id);
    }
}
