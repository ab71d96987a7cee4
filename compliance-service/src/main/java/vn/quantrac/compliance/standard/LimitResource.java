package vn.quantrac.compliance.standard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.compliance.access.Roles;
import vn.quantrac.compliance.question.Asked;
import vn.quantrac.compliance.question.Page;
import vn.quantrac.compliance.question.Place;
import vn.quantrac.compliance.question.Visible;

/** Which limit holds for a station's parameters, and how it was reached; and what has none, and why. */
@Path("/limits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY, Roles.REGISTRY_ADMIN, Roles.SERVICE})
class LimitResource {
    private final AppliedLimits limits;
    private final Gaps gaps;
    private final Visible visible;
    private final Clock clock;

    LimitResource(AppliedLimits limits, Gaps gaps, Visible visible, Clock clock) {
        this.limits = limits;
        this.gaps = gaps;
        this.visible = visible;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Limits of a station, or of all, that hold at an instant, by default now")
    public Page<SourcedLimit> read(@BeanParam Asked asked, @QueryParam("at") String at, @Context UriInfo uri) {
        return Page.of(
                limits.holding(visible.stations(asked.station()), instant(at), asked.after(), asked.limit()),
                asked.limit(),
                uri,
                AppliedLimits::place);
    }

    @GET
    @Path("/gaps")
    @Operation(summary = "What is measured and not compared with any limit at an instant, by default now, and why")
    public Page<Gaps.Unlimited> gaps(@BeanParam Asked asked, @QueryParam("at") String at, @Context UriInfo uri) {
        return Page.of(
                gaps.at(
                        visible.stations(asked.station()),
                        instant(at),
                        asked.after().id(),
                        asked.limit()),
                asked.limit(),
                uri,
                gap -> new Place(Long.toString(gap.datastream()), Instant.EPOCH));
    }

    private Instant instant(String at) {
        return at == null ? clock.instant() : Asked.instant("at", at);
    }
}
