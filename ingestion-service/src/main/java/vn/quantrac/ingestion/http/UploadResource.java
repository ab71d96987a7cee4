package vn.quantrac.ingestion.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Telegram;

/** The door for files that a person puts in by hand, such as those of a logger that could not send. */
@Path("/api/ingestion/v1/stations/{code}/uploads")
@Produces(MediaType.APPLICATION_JSON)
class UploadResource {
    private final Caller caller;
    private final CommitPatience patience;
    private final Clock clock;

    UploadResource(Caller caller, CommitPatience patience, Clock clock) {
        this.caller = caller;
        this.patience = patience;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY})
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Takes in a file of a station's logger, sent by a person",
            description = "TT10 text or JSON, as a logger sends it; name is the file's. Answered after the commit")
    public Outcome upload(@PathParam("code") String code, @QueryParam("name") String name, byte[] content) {
        String station = caller.station(code);
        Telegram telegram = Telegram.of(Door.UPLOAD, station, name, content, clock.instant())
                .sentBy(caller.user().orElseThrow());
        return patience.accept(telegram);
    }
}
