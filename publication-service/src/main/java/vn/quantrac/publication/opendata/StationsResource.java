package vn.quantrac.publication.opendata;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import vn.quantrac.feeds.registry.Station;
import vn.quantrac.publication.registry.Catalogue;
import vn.quantrac.publication.registry.PublishedRegistry;

/** Stations with what they measure now, for everybody. */
@Path("/open/v1/stations")
@PermitAll
class StationsResource {
    private static final String GEO_JSON = "application/geo+json";

    private final PublishedRegistry registry;
    private final StationFeatures features;
    private final Freshness freshness;

    StationsResource(PublishedRegistry registry, StationFeatures features, Freshness freshness) {
        this.registry = registry;
        this.features = features;
        this.freshness = freshness;
    }

    @GET
    @Produces({GEO_JSON, MediaType.APPLICATION_JSON})
    @Operation(summary = "All stations in operation: latest values, index, state and since when")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = GEO_JSON, schema = @Schema(implementation = StationFeature.Collection.class)))
    public Response all(@Context Request request) {
        return freshness.answer(request, GEO_JSON, () -> {
            Catalogue catalogue = registry.current();
            return new StationFeature.Collection(features.of(catalogue, catalogue.operating()));
        });
    }

    @GET
    @Path("{code}")
    @Produces({GEO_JSON, MediaType.APPLICATION_JSON})
    @Operation(summary = "One station, in operation or not any more")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = GEO_JSON, schema = @Schema(implementation = StationFeature.class)))
    public Response one(@PathParam("code") String code, @Context Request request) {
        Catalogue catalogue = registry.current();
        Station station = catalogue.station(code).orElseThrow(() -> Problems.unknownStation(code));
        return freshness.answer(request, GEO_JSON, () -> features.of(catalogue, Map.of(code, station))
                .get(0));
    }
}
