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
import vn.quantrac.registry.entry.Entries;
import vn.quantrac.registry.entry.EntryBodies;
import vn.quantrac.registry.entry.EntryPeriod;
import vn.quantrac.registry.problem.Problems;
import vn.quantrac.registry.repeat.IdempotencyKey;
import vn.quantrac.registry.repeat.RepeatableRequests;
import vn.quantrac.registry.repeat.RepeatableRequests.Answered;

/** The secrets and certificates by which a station's logger signs in. */
@Path("/stations/{station}/credentials")
@Tag(name = "Credentials", description = "Secrets and certificates of the stations' loggers")
public class CredentialResource {
    private final Credentials credentials;
    private final RepeatableRequests requests;
    private final Caller caller;
    private final EntryBodies bodies;
    private final Entries entries;
    private final ObjectMapper json;

    CredentialResource(
            Credentials credentials,
            RepeatableRequests requests,
            Caller caller,
            EntryBodies bodies,
            Entries entries,
            ObjectMapper json) {
        this.credentials = credentials;
        this.requests = requests;
        this.caller = caller;
        this.bodies = bodies;
        this.entries = entries;
        this.json = json;
    }

    /**
     * A new credential: a secret, at the one time it is known, or a certificate.
     *
     * @param secret null for a certificate
     * @param certificateSha256 null for a secret
     */
    public record IssuedCredential(
            String id, String station, String secret, String certificateSha256, Instant validFrom) {}

    /** A credential as it is listed. */
    public record ListedCredential(String id, String certificateSha256, Instant validFrom, Instant validTo) {}

    @POST
    @RolesAllowed(Roles.REGISTRY_ADMIN)
    @Operation(
            summary = "Issues a credential; its secret is shown this once. Two may be valid at a time",
            description =
                    "With the body {\"certificate\":\"-----BEGIN CERTIFICATE-----…\"} it is that X.509 certificate instead"
                            + " of a secret: the logger signs in with it over TLS")
    public Uni<Response> issue(
            @PathParam("station") String station,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Context UriInfo uri,
            String body) {
        IdempotencyKey key = IdempotencyKey.of(idempotencyKey, caller.subject());
        LoggerCertificate certificate = certificate(body);
        return (certificate == null ? secret(station, key) : accepted(station, key, certificate))
                .map(issued -> Addresses.created(uri.getAbsolutePathBuilder().path(issued.id()))
                        .entity(issued)
                        .build());
    }

    /** The certificate of a body, or null when there is no body. */
    private LoggerCertificate certificate(String body) {
        if (body == null || body.isBlank()) {
            return null;
        }
        ObjectNode object = bodies.object(body);
        if (object.size() != 1 || !object.path("certificate").isTextual()) {
            throw Problems.bad("certificate", "must be the only field, and text");
        }
        return LoggerCertificate.of(object.get("certificate").textValue(), entries.now());
    }

    private Uni<IssuedCredential> secret(String station, IdempotencyKey key) {
        return requests.once(key, "credential of " + station, salt -> credentials
                        .issue(station, key.secret(salt))
                        .map(this::answer))
                .map(done -> issued(station, key.secret(done.salt()), null, done));
    }

    private Uni<IssuedCredential> accepted(String station, IdempotencyKey key, LoggerCertificate certificate) {
        return requests.once(key, "certificate " + certificate.sha256() + " of " + station, salt -> credentials
                        .accept(station, certificate)
                        .map(this::answer))
                .map(done -> issued(station, null, certificate.sha256(), done));
    }

    private ObjectNode answer(EntryPeriod issued) {
        return json.valueToTree(new ListedCredential(issued.code, null, issued.validFrom, null));
    }

    private static IssuedCredential issued(String station, String secret, String certificateSha256, Answered done) {
        return new IssuedCredential(
                done.answer().get("id").asText(),
                station,
                secret,
                certificateSha256,
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
                                .map(period -> new ListedCredential(
                                        period.code,
                                        credentials.said(period).certificateSha256(),
                                        period.validFrom,
                                        period.validTo))
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
