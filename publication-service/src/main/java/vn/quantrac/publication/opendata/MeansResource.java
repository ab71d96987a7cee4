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
import vn.quantrac.publication.record.Place;
import vn.quantrac.publication.verdict.PublishedMean;
import vn.quantrac.publication.verdict.Verdicts;

/** Regulatory hourly and daily means, for everybody. */
@Path("/open/v1/means")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class MeansResource {
    private static final Duration USUAL_PERIOD = Duration.ofDays(7);

    private final Verdicts verdicts;
    private final Questions questions;
    private final Clock clock;

    MeansResource(Verdicts verdicts, Questions questions, Clock clock) {
        this.verdicts = verdicts;
        this.questions = questions;
        this.clock = clock;
    }

    /** Hours and days are found by their label, which is their end. */
    @GET
    @Operation(summary = "Means of a station, averaging 1h or 24h, parameter by parameter in order of time")
    public Page<PublishedMean> read(
            @QueryParam("station") String station,
            @QueryParam("parameter") String parameter,
            @QueryParam("averaging") String averaging,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @Context UriInfo asked) {
        Period period = Period.of(from, to, USUAL_PERIOD, clock.instant());
        int size = Questions.limit(limit);
        return Page.of(
                verdicts.means(
                        questions.datastreams(station, parameter),
                        Questions.averaging(averaging),
                        period.from(),
                        period.to(),
                        Questions.after(after),
                        size),
                size,
                asked,
                last -> new Place(last.datastream(), last.end()));
    }
}
