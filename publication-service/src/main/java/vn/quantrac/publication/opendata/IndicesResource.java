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
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.publication.verdict.Index;
import vn.quantrac.publication.verdict.Indices;

/** VN_AQI by hour or day, for everybody. */
@Path("/open/v1/indices")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class IndicesResource {
    private static final Duration USUAL_PERIOD = Duration.ofDays(7);

    private final Indices indices;
    private final Questions questions;
    private final Clock clock;

    IndicesResource(Indices indices, Questions questions, Clock clock) {
        this.indices = indices;
        this.questions = questions;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Indices of a station or of all, averaging 1h or 24h, in order of station and time")
    public Page<Index> read(
            @QueryParam("station") String station,
            @QueryParam("averaging") String averaging,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @Context UriInfo asked) {
        Period period = Period.of(from, to, USUAL_PERIOD, clock.instant());
        int size = Questions.limit(limit);
        After place = After.parse(after);
        return Page.of(
                indices.read(
                        questions.stationOrAll(station),
                        Questions.averaging(averaging),
                        period.from(),
                        period.to(),
                        place.station,
                        place.end,
                        size),
                size,
                asked,
                last -> new After(last.station(), last.end()));
    }

    private record After(String station, Instant end) {
        static After parse(String text) {
            if (text == null) {
                return new After("", Instant.EPOCH);
            }
            int split = text.lastIndexOf('~');
            if (split > 0 && text.substring(split + 1).matches("\\d{1,15}")) {
                return new After(
                        text.substring(0, split), Instant.ofEpochMilli(Long.parseLong(text.substring(split + 1))));
            }
            throw Problems.badParameter("after must be taken from a next link");
        }

        @Override
        public String toString() {
            return station + "~" + end.toEpochMilli();
        }
    }
}
