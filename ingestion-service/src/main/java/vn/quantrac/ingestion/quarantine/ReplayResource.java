package vn.quantrac.ingestion.quarantine;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.intake.Replay;
import vn.quantrac.ingestion.query.BadParameter;
import vn.quantrac.ingestion.query.TelegramId;

/** Reads the quarantine again, after the registry was corrected. */
@Path("/api/ingestion/v1/quarantine/replay")
@Produces(MediaType.APPLICATION_JSON)
class ReplayResource {
    private static final String BEFORE_ALL = "00000000-0000-0000-0000-000000000000";
    private static final int MOST = 10_000;

    private final Replaying replaying;
    private final Caller caller;
    private final Clock clock;

    ReplayResource(Replaying replaying, Caller caller, Clock clock) {
        this.replaying = replaying;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What was done; of it, what is counted is committed.
     *
     * @param stored entries of the quarantine whose readings are in
     * @param superseded entries whose readings had been sent again since
     * @param remaining entries that are in quarantine as before
     * @param next the address to post to for the telegrams that follow, or null at the end
     */
    public record Done(
            UUID replay,
            int telegrams,
            int stored,
            int superseded,
            int remaining,
            int accepted,
            int revised,
            int duplicate,
            String next) {}

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Reads the telegrams of open quarantine entries again and takes in what is understood now",
            description = "At most limit telegrams, oldest first; posting again does no harm")
    public Done replay(
            @QueryParam("station") String station,
            @QueryParam("reason") String reason,
            @QueryParam("after") @DefaultValue(BEFORE_ALL) String after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        if (limit < 1) {
            throw BadParameter.problem("limit must be at least 1");
        }
        Replay replay = new Replay(
                UuidCreator.getTimeOrderedEpoch(), caller.user().orElseThrow(), station, reason, clock.instant());
        Replaying.Result result = replaying.replay(replay, TelegramId.of(after), Math.min(limit, MOST));
        return new Done(
                replay.id(),
                result.telegrams(),
                result.counts().stored(),
                result.counts().superseded(),
                result.entries() - result.counts().stored() - result.counts().superseded(),
                result.counts().readings().accepted(),
                result.counts().readings().revised(),
                result.counts().readings().duplicate(),
                next(replay, result.next(), limit));
    }

    private static String next(Replay replay, UUID after, int limit) {
        if (after == null) {
            return null;
        }
        UriBuilder next = UriBuilder.fromResource(ReplayResource.class)
                .queryParam("after", after)
                .queryParam("limit", limit);
        if (replay.station() != null) {
            next.queryParam("station", replay.station());
        }
        if (replay.reason() != null) {
            next.queryParam("reason", replay.reason());
        }
        return next.build().toString();
    }
}
