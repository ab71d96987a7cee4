package vn.quantrac.ingestion.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.registry.Registry;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Telegram;

/** The HTTPS door. 200 means: PostgreSQL has committed. */
@Path("/api/ingestion/v1/stations/{code}/telegrams")
@Produces(MediaType.APPLICATION_JSON)
class TelegramResource {
    private final Caller caller;
    private final Registry registry;
    private final CommitPatience patience;
    private final Clock clock;

    TelegramResource(Caller caller, Registry registry, CommitPatience patience, Clock clock) {
        this.caller = caller;
        this.registry = registry;
        this.patience = patience;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.STATION, Roles.OPERATOR, Roles.FACILITY})
    @Consumes({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Takes in what a logger sends",
            description =
                    "TT10 text, or JSON {\"readings\":[{parameter,time,value,unit,status}]}; answered after the commit")
    public Outcome send(@PathParam("code") String code, byte[] content) {
        Telegram telegram = Telegram.of(
                Door.HTTPS,
                registry.current().stationCode(code, clock.instant()).orElse(code),
                null,
                content,
                clock.instant());
        caller.mustAnswerFor(telegram.station());
        return patience.accept(caller.user().map(telegram::sentBy).orElse(telegram));
    }
}
