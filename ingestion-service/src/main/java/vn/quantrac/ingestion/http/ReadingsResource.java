package vn.quantrac.ingestion.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.query.IdempotencyKey;

/** The door for backlogs: readings in a stream of any length. */
@Path("/api/ingestion/v1/stations/{code}/readings")
class ReadingsResource {
    private final Caller caller;
    private final Intake intake;
    private final StoredAnswers answers;
    private final StreamPlaces places;
    private final HttpDoorConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    ReadingsResource(
            Caller caller,
            Intake intake,
            StoredAnswers answers,
            StreamPlaces places,
            HttpDoorConfig config,
            ObjectMapper json,
            Clock clock) {
        this.caller = caller;
        this.intake = intake;
        this.answers = answers;
        this.places = places;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @Blocking
    @RolesAllowed({Roles.STATION, Roles.OPERATOR, Roles.FACILITY})
    @Consumes({StreamFormat.CSV_TYPE, StreamFormat.NDJSON_TYPE, MediaType.APPLICATION_JSON})
    @Produces({MediaType.APPLICATION_JSON, StreamFormat.NDJSON_TYPE})
    @Operation(
            summary = "Takes in a stream of readings of any length",
            description =
                    "CSV, whose first line names the columns parameter, time, value, unit, status in any order; or a"
                            + " JSON object {parameter,time,value,unit,status} a line, or an array of them; gzip as well. Answered when all of it is"
                            + " committed; with Accept: application/x-ndjson what is refused is told as it happens, and the"
                            + " totals in the last line")
    @APIResponse(
            responseCode = "200",
            description = "All of it is committed",
            content = @Content(schema = @Schema(implementation = StreamResult.class)))
    public Response send(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) String coding,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @Context HttpHeaders headers,
            InputStream body) {
        String station = caller.station(code);
        StreamFormat format = StreamFormat.of(headers.getMediaType());
        StreamSender sender = new StreamSender(
                UuidCreator.getTimeOrderedEpoch(), station, caller.user(), RequestKey.of(station, key), format, clock);
        places.take(station);
        boolean begun = false;
        try {
            ReadingStream stream = ReadingStream.open(body, coding, format);
            if (!prefersLines(headers)) {
                return Response.ok(whole(stream, sender)).build();
            }
            begun = true;
            return Response.ok((StreamingOutput) answer -> lineByLine(stream, sender, new StreamAnswer(json, answer)))
                    .type(StreamFormat.NDJSON_TYPE)
                    .build();
        } finally {
            if (!begun) {
                places.giveBack(station);
            }
        }
    }

    private static boolean prefersLines(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().get(0).getSubtype().equals("x-ndjson");
    }

    private StreamResult whole(ReadingStream stream, StreamSender sender) {
        FirstRefusals refusals = new FirstRefusals();
        StreamIntake taken = intake(sender, refusals::add);
        try {
            stream.into(taken);
            return taken.totals().result(refusals.all(), null);
        } catch (HttpProblem problem) {
            throw DoorProblem.within(problem, taken.totals().result(null, null));
        }
    }

    private void lineByLine(ReadingStream stream, StreamSender sender, StreamAnswer answer) {
        try {
            StreamIntake taken = intake(sender, answer::refused);
            try {
                stream.into(taken);
                answer.end(taken.totals().result(null, null));
            } catch (HttpProblem problem) {
                answer.end(taken.totals().result(null, DoorProblem.told(problem)));
            }
        } finally {
            places.giveBack(sender.station());
        }
    }

    private StreamIntake intake(StreamSender sender, Consumer<StreamResult.RefusedLine> refused) {
        return new StreamIntake(intake, answers, sender, config.commitPatience().toMillis(), refused);
    }
}
