package vn.quantrac.compliance.index;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.compliance.access.Roles;
import vn.quantrac.compliance.question.AskedPeriod;
import vn.quantrac.compliance.question.Page;
import vn.quantrac.compliance.question.Place;
import vn.quantrac.compliance.question.Visible;
import vn.quantrac.feeds.verdicts.AirQualityIndex;

/** Hourly VN_AQI of ambient stations. */
@Path("/indices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY, Roles.REGISTRY_ADMIN, Roles.SERVICE})
class IndexResource {
    private static final Duration USUAL_PERIOD = Duration.ofDays(1);

    private final AirQualityIndices indices;
    private final Visible visible;
    private final Clock clock;

    IndexResource(AirQualityIndices indices, Visible visible, Clock clock) {
        this.indices = indices;
        this.visible = visible;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Indices whose hour ends in a period, by default the last 24 hours, station by station")
    public Page<AirQualityIndex> read(@BeanParam AskedPeriod asked, @Context UriInfo uri) {
        return Page.of(
                indices.during(
                        visible.stations(asked.station()),
                        asked.from(clock, USUAL_PERIOD),
                        asked.to(clock),
                        asked.after(),
                        asked.limit()),
                asked.limit(),
                uri,
                index -> new Place(index.station(), index.end()));
    }
}
