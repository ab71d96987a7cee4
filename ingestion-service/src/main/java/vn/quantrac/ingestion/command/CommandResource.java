package vn.quantrac.ingestion.command;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.query.BadParameter;
import vn.quantrac.ingestion.query.IdempotencyKey;

/** What operators tell the loggers of a station to do, who did and when, and what came of it. */
@Path("/api/ingestion/v1/stations/{code}/commands")
@Produces(MediaType.APPLICATION_JSON)
class CommandResource {
    private static final int MOST = 1_000;

    private final Commands commands;
    private final Caller caller;
    private final Clock clock;

    CommandResource(Commands commands, Caller caller, Clock clock) {
        this.commands = commands;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param next the address of the page that follows, or null at the end */
    public record Page(List<Command> items, String next) {}

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tells the station's logger to do something",
            description =
                    "Said to it by MQTT when it is there, at least once, until expiresAt; a day when it is missing")
    public Response issue(
            @PathParam("code") String code, @HeaderParam(IdempotencyKey.HEADER) String key, NewCommand command) {
        String station = caller.station(code);
        if (command == null) {
            throw BadParameter.problem("A command must be given");
        }
        command.check(clock.instant());
        Command issued = commands.issue(station, command, caller.user().orElseThrow(), IdempotencyKey.of(key));
        if (!issued.station().equals(station) || !issued.command().equals(command.command())) {
            throw IdempotencyKey.reused();
        }
        return Response.created(URI.create(address(station) + "/" + issued.id()))
                .entity(issued)
                .build();
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY})
    @Operation(summary = "The commands of a station, newest first")
    public Page list(
            @PathParam("code") String code,
            @QueryParam("before") UUID before,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1) {
            throw BadParameter.problem("limit must be at least 1");
        }
        String station = caller.codeOrName(code);
        int most = Math.min(limit, MOST);
        List<Command> items = commands.list(station, before, most);
        return new Page(
                items,
                items.size() < most
                        ? null
                        : address(station) + "?limit=" + most + "&before="
                                + items.get(items.size() - 1).id());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY})
    @Operation(summary = "A command, who gave it, and what became of it")
    public Command command(@PathParam("code") String code, @PathParam("id") UUID id) {
        return commands.find(caller.codeOrName(code), id)
                .orElseThrow(() -> new NotFoundException("No command of the station has the id " + id));
    }

    private static String address(String station) {
        return "/api/ingestion/v1/stations/" + station + "/commands";
    }
}
