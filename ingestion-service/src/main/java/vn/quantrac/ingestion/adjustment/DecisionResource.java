package vn.quantrac.ingestion.adjustment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;

/** What a second person says of an adjustment. */
@Path("/api/ingestion/v1/adjustments/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DecisionResource {
    private final Adjustments adjustments;
    private final AdjustedReadings readings;
    private final Deciding deciding;
    private final Caller caller;

    DecisionResource(Adjustments adjustments, AdjustedReadings readings, Deciding deciding, Caller caller) {
        this.adjustments = adjustments;
        this.readings = readings;
        this.deciding = deciding;
        this.caller = caller;
    }

    /** @param state of the adjustment as the caller has seen it; in another one nothing is decided */
    public record Word(State state, String comment) {}

    @POST
    @Path("approve")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Approves a proposal or a withdrawal that somebody else has proposed",
            description = "The readings change with it, or nothing does")
    public Adjustment approve(@PathParam("id") UUID id, Word word) {
        return decide(id, word, deciding::approve);
    }

    @POST
    @Path("reject")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Rejects a proposal or a withdrawal that somebody else has proposed")
    public Adjustment reject(@PathParam("id") UUID id, Word word) {
        return decide(id, word, deciding::reject);
    }

    @POST
    @Path("withdraw")
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY})
    @Operation(
            summary = "Takes one's own proposal back, or proposes that an approved adjustment be taken back",
            description = "The second has to be approved by somebody else, as the adjustment had")
    public Adjustment withdraw(@PathParam("id") UUID id, Word word) {
        return decide(id, word, deciding::withdraw);
    }

    private Adjustment decide(UUID id, Word word, Consumer<Deciding.Decision> action) {
        if (word == null || word.state() == null || !ProposalRules.isText(word.comment())) {
            throw Problems.badAdjustment("state, as you have seen it, and comment are needed");
        }
        caller.mustAnswerFor(find(id).station());
        action.accept(new Deciding.Decision(id, caller.user().orElseThrow(), word.state(), word.comment()));
        return find(id).withSuperseded(readings.superseded(id));
    }

    private Adjustment find(UUID id) {
        return adjustments.find(id).orElseThrow(() -> new NotFoundException("No adjustment has the id " + id));
    }
}
