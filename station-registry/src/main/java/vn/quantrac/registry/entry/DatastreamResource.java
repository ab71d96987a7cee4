package vn.quantrac.registry.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A datastream is named by its station and parameter, and gets an id once for the pair. */
@Path("/stations/{station}/datastreams/{parameter}")
@Tag(name = "Entries")
public class DatastreamResource {
    private final Entries entries;
    private final EntryPeriods periods;
    private final EntryJson json;

    DatastreamResource(Entries entries, EntryPeriods periods, EntryJson json) {
        this.entries = entries;
        this.periods = periods;
        this.json = json;
    }

    @PUT
    @RolesAllowed(Roles.REGISTRY_ADMIN)
    @Operation(summary = "Creates the datastream, or changes it with If-Match")
    public Uni<Response> put(
            @PathParam("station") String station,
            @PathParam("parameter") String parameter,
            @HeaderParam("If-Match") String ifMatch,
            ObjectNode body) {
        if (body == null) {
            throw Problems.bad("body", "must be given");
        }
        String code = station + "/" + parameter;
        return Panache.withSession(() -> periods.of(Kind.DATASTREAM, code)
                        .chain(existing -> existing.isEmpty()
                                ? periods.nextDatastream()
                                : Uni.createFrom()
                                        .item(json.shown(existing.get(0))
                                                .get("id")
                                                .asLong()))
                        .map(id -> identified(body, id, station, parameter)))
                .chain(full -> ifMatch == null
                        ? entries.create(Kind.DATASTREAM, code, full)
                        : entries.change(Kind.DATASTREAM, code, full, Versions.of(ifMatch)))
                .map(stored -> Response.status(ifMatch == null ? Response.Status.CREATED : Response.Status.OK)
                        .entity(json.shown(stored))
                        .tag(new EntityTag(Integer.toString(stored.version)))
                        .build());
    }

    private static ObjectNode identified(ObjectNode body, long id, String station, String parameter) {
        return body.deepCopy().put("id", id).put("station", station).put("parameter", parameter);
    }
}
