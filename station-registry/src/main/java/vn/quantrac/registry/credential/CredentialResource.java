package vn.quantrac.registry.credential;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.quantrac.registry.access.Caller;
import vn.quantrac.registry.access.Roles;
import vn.quantrac.registry.address.Addresses;
import vn.quantrac.registry.repeat.IdempotencyKey;
import vn.quantrac.registry.repeat.RepeatableRequests;
import vn.quantrac.registry.repeat.RepeatableRequests.Answered;

/** The secrets by which a station's logger signs in. */
@Path("/stations/{station}/credentials")
@Tag(name = "Credentials", description = "Secrets of the stations' loggers")
public class CredentialResource {
    private final Credentials credentials;
    private final RepeatableRequests requests;
    private final Caller caller;
    private final ObjectMapper json;

    CredentialResource(Credentials credentials, RepeatableRequests requests, Caller caller, ObjectMapper json) {
        this.credentials = credentials;
        this.requests = requests;
        this.caller = caller;
        this.json = json;
    }

    /** A credential at the one time its secret is known. */
    public record IssuedCredential(String id, String station, String secret, Instant validFrom) {}

    /** A credential as it is listed. */
    public record ListedCredential(String id, Instant validFrom, Instant validTo) {}

    @POST
    @RolesAllowed(Roles.REGISTRY_ADMIN)
    @Operation(summary = "Issues a credential; its secret is shown this once. Two may be valid at a time")
    public Uni<Response> issue(
            @PathParam("station") String station,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context UriInfo uri) {
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey, caller.subject());
        return requests.once(key, "credential of " + station, salt -> credentials
                        .issue(station, key.secret(salt))
                        .map(issued -> json.<ObjectNode>valueToTree(
                                new ListedCredential(issued.code, issued.validFrom, null))))
                .map(done -> issued(station, key, done))
                .map(issued -> Addresses.created(uri.getAbsolutePathBuilder().path(issued.id()))
                        .entity(issued)
                        .build());
    }

    private static IssuedCredential issued(String station, IdempotencyKey key, Answered done) {
        return new IssuedCredential(
                done.answer().get("id").asText(),
                station,
                key.secret(done.salt()),
                Instant.parse(done.answer().get("validFrom").asText()));
    }

    @GET
    @WithSession
    @RolesAllowed({Roles.REGISTRY_ADMIN, Roles.OPERATOR})
    @Operation(summary = "Lists the station's credentials, without their secrets")
    public Uni<Map<String, List<ListedCredential>>> list(@PathParam("station") String station) {
        return credentials
                .of(station)
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
        return credentials.revoke(station, id);
    }
}
