package vn.quantrac.publication.opendata;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.publication.registry.PublishedRegistry;

/** The dictionary of what is measured. */
@Path("/open/v1/parameters")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ParametersResource {
    private final PublishedRegistry registry;

    ParametersResource(PublishedRegistry registry) {
        this.registry = registry;
    }

    @GET
    @Operation(summary = "All parameters: names, canonical unit, source")
    public Page<Entry> all() {
        return new Page<>(
                Terms.ATTRIBUTION,
                registry.current().parameters().entrySet().stream()
                        .map(entry -> new Entry(
                                entry.getKey(),
                                entry.getValue().nameVi(),
                                entry.getValue().nameEn(),
                                entry.getValue().unit(),
                                entry.getValue().unitSymbol(),
                                entry.getValue().media(),
                                entry.getValue().sourceRef(),
                                entry.getValue().verified()))
                        .toList(),
                null);
    }

    /** @param unit a UCUM code; readings are published in it */
    public record Entry(
            String code,
            String nameVi,
            String nameEn,
            String unit,
            String unitSymbol,
            List<Medium> media,
            String sourceRef,
            boolean verified) {}
}
