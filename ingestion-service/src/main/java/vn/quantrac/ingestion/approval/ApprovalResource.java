package vn.quantrac.ingestion.approval;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.query.BadParameter;
import vn.quantrac.ingestion.query.IdempotencyKey;
import vn.quantrac.ingestion.query.Period;

/** Periods of a station whose data are approved; everything else is provisional. */
@Path("/api/ingestion/v1/stations/{code}/approvals")
@Produces(MediaType.APPLICATION_JSON)
class ApprovalResource {
    private static final String BEFORE_ALL = "00000000-0000-0000-0000-000000000000";
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final int LONGEST_COMMENT = 4_000;
    private static final int MOST = 1_000;

    private final Approvals approvals;
    private final Caller caller;
    private final Clock clock;

    ApprovalResource(Approvals approvals, Caller caller, Clock clock) {
        this.approvals = approvals;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param next the address of the page that follows, or null at the end */
    public record Page(List<Approval> items, String next) {}

    /** What is approved: from a time to before another one, both ISO 8601. */
    public record Request(String from, String to, String comment) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Approves the data of a station from from to before to, as they are now",
            description = "What comes or changes later is provisional until it is approved again; at most 400 days")
    public Approval approve(
            @PathParam("code") String code, @HeaderParam(IdempotencyKey.HEADER) String key, Request request) {
        String station = caller.station(code);
        if (request == null) {
            throw BadParameter.problem("from, to and comment are needed");
        }
        Period period = Period.of(request.from(), request.to(), LONGEST);
        return approvals.approve(
                UuidCreator.getTimeOrderedEpoch(),
                station,
                period,
                comment(request.comment()),
                caller.user().orElseThrow(),
                clock.instant(),
                IdempotencyKey.of(key));
    }

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY})
    @Operation(summary = "The approvals of a station, oldest first, with those that were revoked")
    public Page list(
            @PathParam("code") String code,
            @QueryParam("after") @DefaultValue(BEFORE_ALL) UUID after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1) {
            throw BadParameter.problem("limit must be at least 1");
        }
        String station = caller.readableStation(code);
        int most = Math.min(limit, MOST);
        List<Approval> items = approvals.after(station, after, most);
        String next = items.size() < most
                ? null
                : "/api/ingestion/v1/stations/" + station + "/approvals?limit=" + most + "&after="
                        + items.get(most - 1).id();
        return new Page(items, next);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Revokes an approval; it stays in the list, with who revoked it and why")
    public void revoke(
            @PathParam("code") String code, @PathParam("id") UUID id, @QueryParam("comment") String comment) {
        String station = caller.station(code);
        if (!approvals.revoke(station, id, caller.user().orElseThrow(), clock.instant(), comment(comment))) {
            throw new NotFoundException("No approval of " + station + " has the id " + id);
        }
    }

    private static String comment(String comment) {
        if (comment == null || comment.isBlank() || comment.length() > LONGEST_COMMENT || comment.indexOf('\0') >= 0) {
            throw BadParameter.problem("comment is needed, at most " + LONGEST_COMMENT + " characters");
        }
        return comment;
    }
}
