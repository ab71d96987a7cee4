package vn.quantrac.registry.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.quantrac.feeds.registry.Credential;

/** The secrets by which a station's logger signs in. Several may be valid at once, so that one can replace another. */
@Path("/stations/{station}/credentials")
@Tag(name = "Credentials", description = "Secrets of the stations' loggers")
public class CredentialResource {
    private final Entries entries;
    private final EntryPeriods periods;
    private final ObjectMapper json;

    CredentialResource(Entries entries, EntryPeriods periods, ObjectMapper json) {
        this.entries = entries;
        this.periods = periods;
        this.json = json;
    }

    /** A credential at the one time its secret is known. */
    public record IssuedCredential(String id, String station, String secret, Instant validFrom) {}

    /** A credential as it is listed. */
    public record ListedCredential(String id, Instant validFrom, Instant validTo) {}

    @POST
    @RolesAllowed(Roles.REGISTRY_ADMIN)
    @Operation(summary = "Issues a credential; its secret is shown this once")
    public Uni<Response> issue(@PathParam("station") String station, @Context UriInfo uri) {
        String secret = Secret.random();
        String id = UUID.randomUUID().toString();
        ObjectNode attributes = json.valueToTree(new Credential(station, Secret.sha256(secret)));
        return Panache.withSession(() -> periods.exists(Kind.STATION, station, entries.now()))
                .invoke(exists -> {
                    if (!exists) {
                        throw Problems.notFound(Kind.STATION, station);
                    }
                })
                .chain(() -> entries.create(Kind.CREDENTIAL, id, attributes))
                .map(period -> Response.created(
                                uri.getAbsolutePathBuilder().path(id).build())
                        .entity(new IssuedCredential(id, station, secret, period.validFrom))
                        .build());
    }

    @GET
    @WithSession
    @RolesAllowed({Roles.REGISTRY_ADMIN, Roles.OPERATOR})
    @Operation(summary = "Lists the station's credentials, without their secrets")
    public Uni<Map<String, List<ListedCredential>>> list(@PathParam("station") String station) {
        return periods.list("kind = ?1 and station = ?2 order by validFrom", Kind.CREDENTIAL.eventType(), station)
                .map(found -> Map.of(
                        "items",
                        found.stream()
                                .map(period -> new ListedCredential(period.code, period.validFrom, period.validTo))
                                .toList()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.REGISTRY_ADMIN)
    @Operation(summary = "Ends a credential at once")
    public Uni<Void> revoke(@PathParam("station") String station, @PathParam("id") String id) {
        return Panache.withSession(() -> periods.of(Kind.CREDENTIAL, id))
                .invoke(found -> {
                    if (found.stream().noneMatch(period -> station.equals(period.station))) {
                        throw Problems.notFound(Kind.CREDENTIAL, id);
                    }
                })
                .chain(() -> entries.end(Kind.CREDENTIAL, id, null));
    }
}
