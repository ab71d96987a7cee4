package vn.quantrac.publication.opendata;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.publication.verdict.Episode;
import vn.quantrac.publication.verdict.Index;
import vn.quantrac.publication.verdict.Limit;

/** A station as a GeoJSON feature (RFC 7946). */
public record StationFeature(String type, String id, Geometry geometry, Properties properties) {
    StationFeature(Properties properties, double longitude, double latitude) {
        this("Feature", properties.code(), new Geometry("Point", List.of(longitude, latitude)), properties);
    }

    /** @param coordinates longitude and latitude, degrees WGS 84 */
    public record Geometry(String type, List<Double> coordinates) {}

    /**
     * @param state one word of how it is doing, see {@link StationState}
     * @param since since when the state holds
     * @param lastTime time of its newest reading
     */
    public record Properties(
            String code,
            String nameVi,
            String nameEn,
            Medium medium,
            String administrativeUnit,
            String facility,
            Source dischargeSource,
            String state,
            String labelVi,
            String labelEn,
            String colour,
            Instant since,
            Instant lastTime,
            Index index,
            List<Value> latest,
            List<Episode> exceedances) {}

    /** What the station watches. */
    public record Source(String code, String nameVi, String nameEn, String facilityName) {}

    /**
     * The newest reading of a parameter.
     *
     * @param limit the one that holds now, or null
     */
    public record Value(
            String parameter,
            String nameVi,
            String nameEn,
            BigDecimal value,
            String unit,
            String unitSymbol,
            Instant time,
            String status,
            List<String> flags,
            Limit limit) {}

    /** All stations. */
    public record Collection(String type, String attribution, String license, List<StationFeature> features) {
        Collection(List<StationFeature> features) {
            this("FeatureCollection", Terms.ATTRIBUTION, Terms.LICENSE, features);
        }
    }
}
