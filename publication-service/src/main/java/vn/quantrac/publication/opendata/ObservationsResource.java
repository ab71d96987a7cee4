package vn.quantrac.publication.opendata;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import vn.quantrac.publication.record.Observation;
import vn.quantrac.publication.record.ObservationCsv;
import vn.quantrac.publication.record.Observations;
import vn.quantrac.publication.record.Place;

/** Readings in their current revision, for everybody; those of calibrations and faults say so by their status. */
@Path("/open/v1/observations")
@PermitAll
class ObservationsResource {
    private static final String CSV = "text/csv";
    private static final Duration USUAL_PERIOD = Duration.ofDays(1);
    private static final int CSV_PIECE = 5_000;

    private final Observations observations;
    private final Questions questions;
    private final Freshness freshness;
    private final Clock clock;

    ObservationsResource(Observations observations, Questions questions, Freshness freshness, Clock clock) {
        this.observations = observations;
        this.questions = questions;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** Both ends of the period are included; without one it is the last 24 hours. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(summary = "Readings of a station, parameter by parameter in order of time; JSON in pages, CSV whole")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ObservationPage.class)),
                @Content(mediaType = CSV)
            })
    public Response read(
            @QueryParam("station") String station,
            @QueryParam("parameter") String parameter,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @QueryParam("format") String format,
            @QueryParam("bom") boolean bom,
            @Context UriInfo asked,
            @Context HttpHeaders headers,
            @Context Request request) {
        List<Long> datastreams = questions.datastreams(station, parameter);
        Period period = Period.of(from, to, USUAL_PERIOD, clock.instant());
        Place place = Questions.after(after);
        if (csv(format, headers)) {
            int most = Questions.limit(limit, Integer.MAX_VALUE);
            return Response.ok(csv(datastreams, period, place, most, bom), CSV + ";charset=UTF-8")
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"" + station.replaceAll("[^\\w-]", "_") + ".csv\"")
                    .header("Vary", "Accept")
                    .build();
        }
        int size = Questions.limit(limit);
        return freshness.answer(
                request,
                MediaType.APPLICATION_JSON,
                () -> Page.of(
                        observations.read(datastreams, period.from(), period.to(), place, size),
                        size,
                        asked,
                        last -> new Place(last.datastream(), last.time())));
    }

    private static boolean csv(String format, HttpHeaders headers) {
        if (format == null) {
            return headers.getAcceptableMediaTypes().get(0).toString().startsWith(CSV);
        }
        if (format.equals("csv") || format.equals("json")) {
            return format.equals("csv");
        }
        throw Problems.badParameter("format must be json or csv");
    }

    /** Reads piece by piece, so that a slow reader holds no transaction and a long period no memory. */
    private StreamingOutput csv(List<Long> datastreams, Period period, Place after, int most, boolean bom) {
        return out -> {
            try (ObservationCsv csv = new ObservationCsv(out, bom, false)) {
                Place place = after;
                int left = most;
                int asked;
                List<Observation> piece;
                do {
                    asked = Math.min(left, CSV_PIECE);
                    piece = observations.read(datastreams, period.from(), period.to(), place, asked);
                    for (Observation observation : piece) {
                        csv.write(0, observation);
                        place = new Place(observation.datastream(), observation.time());
                    }
                    left -= piece.size();
                } while (left > 0 && piece.size() == asked);
            }
        };
    }

    /** For the OpenAPI document, which cannot name a generic type. */
    abstract static class ObservationPage {
        public List<Observation> items;
        public String next;
    }
}
