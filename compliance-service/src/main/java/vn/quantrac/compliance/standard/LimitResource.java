package vn.quantrac.compliance.standard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.compliance.access.Roles;
import vn.quantrac.compliance.question.Asked;
import vn.quantrac.compliance.question.Visible;
import vn.quantrac.feeds.verdicts.AppliedLimit;

/** Which limit holds for a station's parameters, and how it was reached. */
@Path("/limits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY, Roles.REGISTRY_ADMIN, Roles.SERVICE})
class LimitResource {
    private final AppliedLimits limits;
    private final Visible visible;
    private final Clock clock;

    LimitResource(AppliedLimits limits, Visible visible, Clock clock) {
        this.limits = limits;
        this.visible = visible;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Limits of a station, or of all, that hold at an instant, by default now")
    public Map<String, List<AppliedLimit>> read(@QueryParam("station") String station, @QueryParam("at") String at) {
        return Map.of(
                "items",
                limits.holding(visible.stations(station), at == null ? clock.instant() : Asked.instant("at", at)));
    }
}
