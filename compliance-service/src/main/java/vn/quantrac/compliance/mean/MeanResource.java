package vn.quantrac.compliance.mean;

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
import vn.quantrac.feeds.verdicts.Mean;

/** Hourly and daily means with how complete they are; invalid ones are shown and say so. */
@Path("/means")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY, Roles.REGISTRY_ADMIN, Roles.SERVICE})
class MeanResource {
    private static final Duration USUAL_PERIOD = Duration.ofDays(7);

    private final Means means;
    private final Visible visible;
    private final Clock clock;

    MeanResource(Means means, Visible visible, Clock clock) {
        this.means = means;
        this.visible = visible;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Means of 1h (the default) or 24h whose end lies in a period, by default the last 7 days")
    public Page<Mean> read(
            @BeanParam AskedPeriod asked,
            @QueryParam("parameter") String parameter,
            @QueryParam("averaging") String averaging,
            @Context UriInfo uri) {
        MeanFilter filter = new MeanFilter(
                visible.stations(asked.station()),
                Asked.text("parameter", parameter),
                Asked.averaging(averaging),
                asked.from(clock, USUAL_PERIOD),
                asked.to(clock));
        return Page.of(
                means.read(filter, asked.after(), asked.limit()),
                asked.limit(),
                uri,
                mean -> new Place(Long.toString(mean.datastream()), mean.end()));
    }
}
