package vn.quantrac.ingestion.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.quantrac.feeds.FeedJson;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.Station;

/** One station of a wastewater outlet, for tests that need no database. */
public final class SampleRegistry {
    public static final String STATION = "HG_GIAY_NUO001";
    /** Last day of every certificate. */
    public static final LocalDate CALIBRATED_TO = LocalDate.parse("2026-06-30");

    private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");

    private final RegistryEntries entries = new RegistryEntries(FeedJson.mapper());

    private SampleRegistry() {}

    public static RegistrySnapshot snapshot() {
        SampleRegistry sample = new SampleRegistry();
        sample.put(
                "station",
                STATION,
                new Station("x", "x", Medium.WASTEWATER, 9.9, 105.8, "x", null, null, List.of(), 300));
        sample.parameter(1, "COD", "mg/L", "0", "5000");
        sample.parameter(2, "pH", "[pH]", "2", "13");
        sample.instrument("COD", "0", "300");
        sample.instrument("pH", "1", "14");
        return new RegistrySnapshot(sample.entries);
    }

    private void parameter(long id, String code, String unit, String min, String max) {
        put(
                "parameter",
                code,
                new Parameter(
                        code,
                        code,
                        unit,
                        unit,
                        List.of(),
                        new BigDecimal(min),
                        new BigDecimal(max),
                        List.of(),
                        null,
                        true));
        put("datastream", STATION + "/" + code, new Datastream(id, STATION, code, "meter-" + code, List.of()));
    }

    private void instrument(String parameter, String min, String max) {
        put(
                "instrument",
                "meter-" + parameter,
                new Instrument(
                        STATION,
                        List.of(parameter),
                        "x",
                        "x",
                        "x",
                        new BigDecimal(min),
                        new BigDecimal(max),
                        CALIBRATED_TO));
    }

    private void put(String type, String code, Object value) {
        try {
            RegistryEntry<?> entry = new RegistryEntry<>(code, List.of(new Effective<>(SINCE, null, value)));
            entries.put(type, code, FeedJson.mapper().writeValueAsString(entry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
