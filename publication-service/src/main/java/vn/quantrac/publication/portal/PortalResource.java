package vn.quantrac.publication.portal;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the portal's page must know before it can be drawn. */
@Path("/open/v1/portal")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class PortalResource {
    private final PortalConfig config;

    PortalResource(PortalConfig config) {
        this.config = config;
    }

    @GET
    @Operation(hidden = true)
    public Settings settings() {
        return new Settings(
                config.centreVi(),
                config.centreEn(),
                config.tileUrl().orElse(null),
                config.tileAttribution().orElse(null));
    }

    /** @param tileUrl null for the portal's own base */
    public record Settings(String centreVi, String centreEn, String tileUrl, String tileAttribution) {}
}
