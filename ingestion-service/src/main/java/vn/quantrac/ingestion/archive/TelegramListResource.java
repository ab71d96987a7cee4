package vn.quantrac.ingestion.archive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.query.BadParameter;
import vn.quantrac.ingestion.query.Period;
import vn.quantrac.ingestion.query.TelegramId;

/** What a station's logger sent, in the order in which it came. */
@Path("/api/ingestion/v1/telegrams")
@Produces(MediaType.APPLICATION_JSON)
class TelegramListResource {
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int MOST = 1_000;

    private final TelegramArchive archive;
    private final Caller caller;

    TelegramListResource(TelegramArchive archive, Caller caller) {
        this.archive = archive;
        this.caller = caller;
    }

    /** @param next the address of the page that follows, or null at the end */
    public record Page(List<ArchivedTelegram> items, String next) {}

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY})
    @Operation(
            summary = "The telegrams of a station, oldest first",
            description = "Those received from from to before to; at most 400 days")
    public Page list(
            @QueryParam("station") String station,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (station == null || limit < 1) {
            throw BadParameter.problem("station is needed, and limit must be at least 1");
        }
        String code = caller.codeOrName(station);
        Period period = Period.of(from, to, LONGEST);
        int most = Math.min(limit, MOST);
        List<ArchivedTelegram> items = archive.list(code, period, after == null ? null : TelegramId.of(after), most);
        String next = items.size() < most
                ? null
                : UriBuilder.fromResource(TelegramListResource.class)
                        .queryParam("station", station)
                        .queryParam("from", period.from())
                        .queryParam("to", period.to())
                        .queryParam("after", items.get(items.size() - 1).id())
                        .queryParam("limit", most)
                        .build()
                        .toString();
        return new Page(items, next);
    }
}
