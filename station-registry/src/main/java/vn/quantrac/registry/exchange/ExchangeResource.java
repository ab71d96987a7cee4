package vn.quantrac.registry.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.quantrac.registry.access.Roles;
import vn.quantrac.registry.entry.EntryBodies;
import vn.quantrac.registry.entry.EntryJson;
import vn.quantrac.registry.entry.EntryPeriod;
import vn.quantrac.registry.entry.EntryPeriods;
import vn.quantrac.registry.entry.Kind;
import vn.quantrac.registry.problem.Problems;

/** The whole registry, but for credentials, as one document: to take a province's stations over, and to look at. */
@Path("/")
@Tag(name = "Exchange", description = "Many entries in one document")
public class ExchangeResource {
    private final Import importing;
    private final EntryBodies bodies;
    private final EntryPeriods periods;
    private final EntryJson json;

    ExchangeResource(Import importing, EntryBodies bodies, EntryPeriods periods, EntryJson json) {
        this.importing = importing;
        this.bodies = bodies;
        this.periods = periods;
        this.json = json;
    }

    @POST
    @Path("import")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGISTRY_ADMIN)
    @Operation(summary = "Makes everything true that the document says, or nothing; dryRun only reports")
    public Uni<ImportReport> take(@QueryParam("dryRun") @DefaultValue("false") String dryRun, String body) {
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            throw Problems.bad("dryRun", "must be true or false");
        }
        return importing.take(bodies.object(body), Boolean.parseBoolean(dryRun));
    }

    @GET
    @Path("export")
    @WithSession
    @RolesAllowed({Roles.REGISTRY_ADMIN, Roles.OPERATOR})
    @Operation(summary = "All periods of all entries, as they can be imported")
    public Uni<Map<String, List<ObjectNode>>> give() {
        return periods.list("kind <> ?1 order by kind, code, validFrom", Kind.CREDENTIAL.eventType())
                .map(this::document);
    }

    private Map<String, List<ObjectNode>> document(List<EntryPeriod> found) {
        Map<String, List<ObjectNode>> document = new LinkedHashMap<>();
        for (Kind kind : ExchangeDocument.KINDS) {
            document.put(
                    kind.collection(),
                    found.stream()
                            .filter(period -> period.kind.equals(kind.eventType()))
                            .map(json::shown)
                            .toList());
        }
        return document;
    }
}
