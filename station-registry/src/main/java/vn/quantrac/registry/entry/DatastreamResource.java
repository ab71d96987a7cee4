package vn.quantrac.registry.entry;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.quantrac.registry.access.Roles;
import vn.quantrac.registry.address.Addresses;

/** A datastream is named by its station and parameter, and gets an id once for the pair. */
@Path("/stations/{station}/datastreams/{parameter}")
@Tag(name = "Entries")
public class DatastreamResource {
    private final Entries entries;
    private final EntryBodies bodies;
    private final EntryJson json;

    DatastreamResource(Entries entries, EntryBodies bodies, EntryJson json) {
        this.entries = entries;
        this.bodies = bodies;
        this.json = json;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_ADMIN)
    @Operation(summary = "Creates the datastream, or changes it with If-Match")
    public Uni<Response> put(
            @PathParam("station") String station,
            @PathParam("parameter") String parameter,
            @HeaderParam("If-Match") String ifMatch,
            String body,
            @Context UriInfo uri) {
        Integer version = ifMatch == null ? null : Versions.of(ifMatch);
        return entries.putDatastream(station, parameter, bodies.object(body), version)
                .map(stored -> (version == null
                                ? Addresses.created(uri.getBaseUriBuilder()
                                        .path("datastreams")
                                        .path(station)
                                        .path(parameter))
                                : Response.ok())
                        .entity(json.shown(stored))
                        .tag(Versions.tag(stored.version))
                        .build());
    }
}
