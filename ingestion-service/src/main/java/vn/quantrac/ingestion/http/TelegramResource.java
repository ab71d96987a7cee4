package vn.quantrac.ingestion.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.query.IdempotencyKey;
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
    private final Acceptance acceptance;
    private final Clock clock;

    TelegramResource(Caller caller, Registry registry, Acceptance acceptance, Clock clock) {
        this.caller = caller;
        this.registry = registry;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.STATION, Roles.OPERATOR, Roles.FACILITY})
    @Consumes({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON, "application/senml+json"})
    @Operation(
            summary = "Takes in what a logger sends",
            description =
                    "TT10 text, or JSON: {\"readings\":[{parameter,time,value,unit,status}]}, the array alone, or one reading; SenML;"
                            + " gzip as well. Answered after the commit; repeated under the same Idempotency-Key the answer"
                            + " is the same")
    public Uni<Outcome> send(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) String coding,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            byte[] body) {
        String station = registry.current().stationCode(code, clock.instant()).orElse(code);
        caller.mustAnswerFor(station);
        Optional<String> user = caller.user();
        return acceptance.accept(body, coding, RequestKey.of(station, key), content -> {
            Telegram telegram = Telegram.of(Door.HTTPS, station, null, content, clock.instant());
            return user.map(telegram::sentBy).orElse(telegram);
        });
    }
}
