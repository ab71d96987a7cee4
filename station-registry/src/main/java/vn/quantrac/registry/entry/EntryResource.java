package vn.quantrac.registry.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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
import vn.quantrac.registry.problem.Problems;
import vn.quantrac.registry.repeat.IdempotencyKey;
import vn.quantrac.registry.repeat.RepeatableRequests;

/** Parameters, discharge sources, stations, instruments and datastreams: the same API for all. */
@Path("/{collection:parameters|discharge-sources|stations|instruments|datastreams}")
@Tag(name = "Entries", description = "Parameters, discharge sources, stations, instruments, datastreams")
public class EntryResource {
    private final Entries entries;
    private final EntryPeriods periods;
    private final EntryBodies bodies;
    private final EntryJson json;
    private final RepeatableRequests requests;
    private final Caller caller;

    EntryResource(
            Entries entries,
            EntryPeriods periods,
            EntryBodies bodies,
            EntryJson json,
            RepeatableRequests requests,
            Caller caller) {
        this.entries = entries;
        this.periods = periods;
        this.bodies = bodies;
        this.json = json;
        this.requests = requests;
        this.caller = caller;
    }

    /** A page of a list; {@code next} is the address of the following one, relative to the host. */
    public record EntryPage(List<ObjectNode> items, String next) {}

    @GET
    @WithSession
    @RolesAllowed({Roles.REGISTRY_ADMIN, Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY, Roles.SERVICE})
    @Operation(summary = "Lists what holds at an instant, by default now")
    public Uni<EntryPage> list(
            @PathParam("collection") String collection,
            @QueryParam("at") String at,
            @QueryParam("station") String station,
            @QueryParam("medium") String medium,
            @QueryParam("facility") String facility,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") String limit,
            @Context UriInfo uri) {
        Kind kind = kind(collection);
        int size = Limit.of(limit);
        String own = caller.facility();
        EntryFilter filter = new EntryFilter(at(at), station, medium, own == null ? facility : own);
        if (!after.isEmpty() && !kind.isCode(after)) {
            throw Problems.bad("after", "must be a code of the list");
        }
        return periods.page(kind, filter, after, size).map(found -> {
            List<EntryPeriod> shown = found.subList(0, Math.min(size, found.size()));
            String next = found.size() <= size
                    ? null
                    : Addresses.relative(
                            uri.getRequestUriBuilder().replaceQueryParam("after", shown.get(size - 1).code));
            return new EntryPage(shown.stream().map(json::shown).toList(), next);
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_ADMIN)
    @Operation(summary = "Creates an entry; validFrom is now when it is not given")
    public Uni<Response> create(
            @PathParam("collection") String collection,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            String body,
            @Context UriInfo uri) {
        Kind kind = kind(collection);
        if (kind == Kind.DATASTREAM) {
            throw Problems.bad("body", "PUT /stations/{code}/datastreams/{parameter} creates a datastream");
        }
        ObjectNode stated = bodies.object(body);
        String code = stated.path("code").asText(null);
        return requests.once(
                        IdempotencyKey.of(idempotencyKey, caller.subject()),
                        collection + body,
                        salt -> entries.create(kind, code, stated).map(json::shown))
                .map(done -> Addresses.created(uri.getAbsolutePathBuilder().path(code))
                        .entity(done.answer())
                        .tag(Versions.tag(done.answer().get("version").asInt()))
                        .build());
    }

    @GET
    @Path("{code:[^/]+(/[^/]+)?}")
    @WithSession
    @RolesAllowed({Roles.REGISTRY_ADMIN, Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY, Roles.SERVICE})
    @Operation(summary = "What holds of an entry at an instant, by default now")
    public Uni<Response> get(
            @PathParam("collection") String collection, @PathParam("code") String code, @QueryParam("at") String at) {
        Kind kind = kind(collection);
        Instant instant = at(at);
        return visible(kind, code).map(found -> found.stream()
                .filter(period -> period.at(instant))
                .findFirst()
                .map(this::shown)
                .orElseThrow(() -> Problems.notFound(kind.eventType(), code)));
    }

    @GET
    @Path("{code:[^/]+(/[^/]+)?}/history")
    @WithSession
    @RolesAllowed({Roles.REGISTRY_ADMIN, Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY, Roles.SERVICE})
    @Operation(summary = "All periods of an entry, in order of time")
    public Uni<Map<String, List<ObjectNode>>> history(
            @PathParam("collection") String collection, @PathParam("code") String code) {
        Kind kind = kind(collection);
        return visible(kind, code).map(found -> {
            if (found.isEmpty()) {
                throw Problems.notFound(kind.eventType(), code);
            }
            return Map.of("items", found.stream().map(json::shown).toList());
        });
    }

    @PUT
    @Path("{code:[^/]+(/[^/]+)?}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_ADMIN)
    @Operation(summary = "Changes an entry: from its validFrom on, or in place when that is the newest period's")
    public Uni<Response> change(
            @PathParam("collection") String collection,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            String body) {
        Kind kind = kind(collection);
        if (kind == Kind.DATASTREAM) {
            throw Problems.bad("body", "PUT /stations/{code}/datastreams/{parameter} changes a datastream");
        }
        return entries.change(kind, code, bodies.object(body), Versions.of(ifMatch))
                .map(this::shown);
    }

    @DELETE
    @Path("{code:[^/]+(/[^/]+)?}")
    @RolesAllowed(Roles.REGISTRY_ADMIN)
    @Operation(summary = "Ends the validity of an entry now; what held before stays, what is at a station ends with it")
    public Uni<Void> end(
            @PathParam("collection") String collection,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch) {
        return entries.end(kind(collection), code, Versions.of(ifMatch));
    }

    private Uni<List<EntryPeriod>> visible(Kind kind, String code) {
        if (!kind.isCode(code)) {
            throw Problems.notFound(kind.eventType(), "of this code");
        }
        return periods.visible(kind, code, caller.facility());
    }

    private Response shown(EntryPeriod period) {
        return Response.ok(json.shown(period)).tag(Versions.tag(period.version)).build();
    }

    private Instant at(String at) {
        return at == null ? entries.now() : Instants.parse("at", at);
    }

    private static Kind kind(String collection) {
        return Kind.ofCollection(collection).orElseThrow(NotFoundException::new);
    }
}
