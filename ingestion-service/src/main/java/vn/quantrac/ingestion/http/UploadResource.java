package vn.quantrac.ingestion.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.query.IdempotencyKey;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Telegram;

/** The door for files that a person puts in by hand, such as those of a logger that could not send. */
@Path("/api/ingestion/v1/stations/{code}/uploads")
@Produces(MediaType.APPLICATION_JSON)
class UploadResource {
    private final Caller caller;
    private final Acceptance acceptance;
    private final Clock clock;

    UploadResource(Caller caller, Acceptance acceptance, Clock clock) {
        this.caller = caller;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY})
    @Consumes({
        MediaType.APPLICATION_OCTET_STREAM,
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_JSON,
        StreamFormat.CSV_TYPE,
        StreamFormat.NDJSON_TYPE
    })
    @Operation(
            summary = "Takes in a file of a station's logger, sent by a person",
            description =
                    "TT10 text, CSV, JSON or NDJSON, gzip as well; name is the file's. Answered after the commit; repeated"
                            + " under the same Idempotency-Key the answer is the same")
    public Uni<Outcome> upload(
            @PathParam("code") String code,
            @QueryParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) String coding,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            byte[] body) {
        String station = caller.station(code);
        String user = caller.user().orElseThrow();
        return acceptance.accept(body, coding, RequestKey.of(station, key), content -> Telegram.of(
                        Door.UPLOAD, station, name, content, clock.instant())
                .sentBy(user));
    }
}
