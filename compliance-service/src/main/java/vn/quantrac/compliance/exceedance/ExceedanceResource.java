package vn.quantrac.compliance.exceedance;

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
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.compliance.access.Roles;
import vn.quantrac.compliance.question.Asked;
import vn.quantrac.compliance.question.AskedPeriod;
import vn.quantrac.compliance.question.Page;
import vn.quantrac.compliance.question.Place;
import vn.quantrac.compliance.question.Visible;
import vn.quantrac.feeds.verdicts.Exceedance;

/** Exceedance episodes, withdrawn ones included and marked. */
@Path("/exceedances")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY, Roles.REGISTRY_ADMIN, Roles.SERVICE})
class ExceedanceResource {
    private static final Duration USUAL_PERIOD = Duration.ofDays(90);

    private final Exceedances exceedances;
    private final Visible visible;
    private final Clock clock;

    ExceedanceResource(Exceedances exceedances, Visible visible, Clock clock) {
        this.exceedances = exceedances;
        this.visible = visible;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Episodes that lasted at some time of a period, by default the last 90 days, newest first")
    public Page<Exceedance> read(@BeanParam AskedPeriod asked, @QueryParam("open") String open, @Context UriInfo uri) {
        ExceedanceFilter filter = new ExceedanceFilter(
                visible.stations(asked.station()),
                Asked.yesOrNo("open", open).orElse(null),
                asked.from(clock, USUAL_PERIOD),
                asked.to(clock));
        return Page.of(
                exceedances.read(filter, asked.after(), asked.limit()),
                asked.limit(),
                uri,
                episode -> new Place(episode.id(), episode.openedAt()));
    }
}
