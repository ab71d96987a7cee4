package vn.quantrac.ingestion.adjustment;

import io.quarkus.security.ForbiddenException;
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
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.query.BadParameter;
import vn.quantrac.ingestion.query.IdempotencyKey;

/** Corrections of readings: what was proposed, by whom, why, and what became of it. */
@Path("/api/ingestion/v1/adjustments")
@Produces(MediaType.APPLICATION_JSON)
class AdjustmentResource {
    private static final String BEFORE_ALL = "00000000-0000-0000-0000-000000000000";
    private static final int MOST = 1_000;
    private static final int MOST_READINGS = 10_000;

    private final Adjustments adjustments;
    private final AdjustedReadings readings;
    private final Proposing proposing;
    private final Caller caller;

    AdjustmentResource(Adjustments adjustments, AdjustedReadings readings, Proposing proposing, Caller caller) {
        this.adjustments = adjustments;
        this.readings = readings;
        this.proposing = proposing;
        this.caller = caller;
    }

    /** @param next the address of the page that follows, or null at the end */
    public record Page(List<Adjustment> items, String next) {}

    /** @param next the address of the page that follows, or null at the end */
    public record ReadingsPage(List<AdjustedReading> items, String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY})
    @Operation(
            summary = "Proposes to adjust readings of one parameter at one station",
            description = "Nothing changes before a second person approves; at most 50,000 readings. Sent again with"
                    + " the same Idempotency-Key it is answered as before")
    public Adjustment propose(@HeaderParam(IdempotencyKey.HEADER) String key, Proposal proposal) {
        if (proposal == null || proposal.station() == null) {
            throw Problems.badAdjustment("station is needed");
        }
        String station = caller.station(proposal.station());
        String person = caller.user().orElseThrow();
        return get(proposing.propose(proposal.of(station), person, IdempotencyKey.of(key)));
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY})
    @Operation(summary = "Adjustments, oldest first")
    public Page list(
            @QueryParam("station") String station,
            @QueryParam("state") String state,
            @QueryParam("after") @DefaultValue(BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1) {
            throw BadParameter.problem("limit must be at least 1");
        }
        int most = Math.min(limit, MOST);
        String code = station == null ? null : caller.readableStation(station);
        State wanted = state == null ? null : State.of(state);
        List<Adjustment> items = adjustments.after(after, most, code, wanted, caller.readableStations());
        return new Page(
                items,
                items.size() < most
                        ? null
                        : next(station, state, items.get(most - 1).id(), most));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY})
    @Operation(summary = "An adjustment with all its steps, and how many of its readings were revised since")
    public Adjustment get(@PathParam("id") UUID id) {
        return visible(id).withSuperseded(readings.superseded(id));
    }

    @GET
    @Path("{id}/readings")
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY})
    @Operation(summary = "What an adjustment makes of each reading, in order of time")
    public ReadingsPage readings(
            @PathParam("id") UUID id,
            @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        if (limit < 1) {
            throw BadParameter.problem("limit must be at least 1");
        }
        visible(id);
        int most = Math.min(limit, MOST_READINGS);
        List<AdjustedReading> items = readings.after(id, after, most);
        String next = items.size() < most
                ? null
                : "/api/ingestion/v1/adjustments/" + id + "/readings?limit=" + most + "&after="
                        + items.get(most - 1).number();
        return new ReadingsPage(items, next);
    }

    private Adjustment visible(UUID id) {
        Adjustment adjustment =
                adjustments.find(id).orElseThrow(() -> new NotFoundException("No adjustment has the id " + id));
        if (!caller.readableStations()
                .map(stations -> stations.contains(adjustment.station()))
                .orElse(true)) {
            throw new ForbiddenException("Not your station: " + adjustment.station());
        }
        return adjustment;
    }

    private static String next(String station, String state, UUID after, int limit) {
        UriBuilder next = UriBuilder.fromResource(AdjustmentResource.class)
                .queryParam("after", after)
                .queryParam("limit", limit);
        if (station != null) {
            next.queryParam("station", station);
        }
        if (state != null) {
            next.queryParam("state", state);
        }
        return next.build().toString();
    }
}
