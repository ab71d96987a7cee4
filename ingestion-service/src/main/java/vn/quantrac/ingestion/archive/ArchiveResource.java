package vn.quantrac.ingestion.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.query.BadParameter;

/** What exactly a logger sent. */
@Path("/api/ingestion/v1/telegrams/{id}")
@RolesAllowed({Roles.OPERATOR, Roles.FACILITY})
class ArchiveResource {
    private static final int MOST = 10_000;

    private final TelegramArchive archive;
    private final TelegramReadings readings;
    private final Caller caller;

    ArchiveResource(TelegramArchive archive, TelegramReadings readings, Caller caller) {
        this.archive = archive;
        this.readings = readings;
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

    /** @param next the address of the page that follows, or null at the end */
    public record ReadingsPage(List<TelegramReading> items, String next) {}

    @GET
    @Path("readings")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The readings that came of a telegram, in the order of the feed",
            description = "Without those that said nothing new: they are of the telegram that said it first")
    public ReadingsPage readings(
            @PathParam("id") UUID id,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        if (limit < 1) {
            throw BadParameter.problem("limit must be at least 1");
        }
        telegram(id);
        int most = Math.min(limit, MOST);
        List<TelegramReading> items = readings.of(archive.telegram(id), after, most);
        String next = items.size() < most
                ? null
                : "/api/ingestion/v1/telegrams/" + id + "/readings?limit=" + most + "&after="
                        + items.get(items.size() - 1).cursor();
        return new ReadingsPage(items, next);
    }
}
