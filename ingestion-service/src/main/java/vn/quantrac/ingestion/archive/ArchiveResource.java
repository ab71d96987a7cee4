package vn.quantrac.ingestion.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;

/** What exactly a logger sent. */
@Path("/api/ingestion/v1/telegrams/{id}")
@RolesAllowed({Roles.OPERATOR, Roles.FACILITY})
class ArchiveResource {
    private final TelegramArchive archive;
    private final Caller caller;

    ArchiveResource(TelegramArchive archive, Caller caller) {
        this.archive = archive;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A telegram and what became of it")
    public ArchivedTelegram telegram(@PathParam("id") UUID id) {
        ArchivedTelegram telegram =
                archive.find(id).orElseThrow(() -> new NotFoundException("No telegram has the id " + id));
        caller.mustAnswerFor(telegram.station());
        return telegram;
    }

    @GET
    @Path("content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "The bytes of a telegram, as they were sent")
    public byte[] content(@PathParam("id") UUID id) {
        telegram(id);
        return archive.content(id);
    }
}
