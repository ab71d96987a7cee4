package vn.quantrac.registry.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Parameters, discharge sources, stations, instruments and datastreams: the same API for all. */
@Path("/{collection:parameters|discharge-sources|stations|instruments|datastreams}")
@Tag(name = "Entries", description = "Parameters, discharge sources, stations, instruments, datastreams")
public class EntryResource {
    private static final int MOST = 1_000;

    private final Entries entries;
    private final EntryPeriods periods;
    private final EntryJson json;
    private final Caller caller;

    EntryResource(Entries entries, EntryPeriods periods, EntryJson json, Caller caller) {
        this.entries = entries;
        this.periods = periods;
        this.json = json;
        this.caller = caller;
    }

    /** A page of a list; {@code next} is the address of the following one. */
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
        Instant instant = at(at);
        int size = limit(limit);
        String own = caller.facility();
        EntryFilter filter = new EntryFilter(instant, station, medium, own == null ? facility : own);
        return periods.page(kind(collection), filter, after, size).map(found -> {
            List<EntryPeriod> shown = found.subList(0, Math.min(size, found.size()));
            String next = found.size() <= size
                    ? null
                    : uri.getRequestUriBuilder()
                            .replaceQueryParam("after", shown.get(size - 1).code)
                            .build()
                            .toString();
            return new EntryPage(shown.stream().map(json::shown).toList(), next);
        });
    }

    @POST
    @RolesAllowed(Roles.REGISTRY_ADMIN)
    @Operation(summary = "Creates an entry; validFrom is now when it is not given")
    public Uni<Response> create(@PathParam("collection") String collection, ObjectNode body, @Context UriInfo uri) {
        Kind kind = kind(collection);
        if (body == null || kind == Kind.DATASTREAM) {
            throw Problems.bad(
                    "body", kind == Kind.DATASTREAM ? "PUT /stations/{code}/datastreams/{parameter}" : "must be given");
        }
        String code = body.path("code").asText(null);
        return entries.create(kind, code, body)
                .map(created -> shown(
                        created,
                        Response.created(uri.getAbsolutePathBuilder().path(code).build())));
    }

    @GET
    @Path("{code:[^/]+(/[^/]+)?}")
    @WithSession
    @RolesAllowed({Roles.REGISTRY_ADMIN, Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY, Roles.SERVICE})
    @Operation(summary = "What holds of an entry at an instant, by default now; …/history is all periods")
    public Uni<Response> get(
            @PathParam("collection") String collection, @PathParam("code") String code, @QueryParam("at") String at) {
        Kind kind = kind(collection);
        if (code.endsWith("/history")) {
            return history(kind, code.substring(0, code.length() - "/history".length()));
        }
        Instant instant = at(at);
        return periods.visible(kind, code, caller.facility()).map(found -> found.stream()
                .filter(period -> period.at(instant))
                .findFirst()
                .map(period -> shown(period, Response.ok()))
                .orElseThrow(() -> Problems.notFound(kind, code)));
    }

    private Uni<Response> history(Kind kind, String code) {
        return periods.visible(kind, code, caller.facility()).map(found -> {
            if (found.isEmpty()) {
                throw Problems.notFound(kind, code);
            }
            return Response.ok(Map.of("items", found.stream().map(json::shown).toList()))
                    .build();
        });
    }

    @PUT
    @Path("{code:[^/]+}")
    @RolesAllowed(Roles.REGISTRY_ADMIN)
    @Operation(summary = "Changes an entry: from its validFrom on, or in place when that is the current period's")
    public Uni<Response> change(
            @PathParam("collection") String collection,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            ObjectNode body) {
        if (body == null) {
            throw Problems.bad("body", "must be given");
        }
        return entries.change(kind(collection), code, body, Versions.of(ifMatch))
                .map(changed -> shown(changed, Response.ok()));
    }

    @DELETE
    @Path("{code:[^/]+(/[^/]+)?}")
    @RolesAllowed(Roles.REGISTRY_ADMIN)
    @Operation(summary = "Ends the validity of an entry now; what held before stays")
    public Uni<Void> end(
            @PathParam("collection") String collection,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch) {
        return entries.end(kind(collection), code, Versions.of(ifMatch));
    }

    private Response shown(EntryPeriod period, Response.ResponseBuilder response) {
        return response.entity(json.shown(period))
                .tag(new EntityTag(Integer.toString(period.version)))
                .build();
    }

    private Instant at(String at) {
        try {
            return at == null ? entries.now() : Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw Problems.bad("at", "is no instant such as 2026-01-01T00:00:00Z");
        }
    }

    private static int limit(String limit) {
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1) {
                return Math.min(size, MOST);
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are too small.
        }
        throw Problems.bad("limit", "must be a whole number from 1 to " + MOST);
    }

    private static Kind kind(String collection) {
        return Kind.ofCollection(collection).orElseThrow(() -> new jakarta.ws.rs.NotFoundException());
    }
}
