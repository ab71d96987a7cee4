package vn.quantrac.compliance.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import vn.quantrac.compliance.registry.JudgedDatastream;
import vn.quantrac.compliance.registry.UnitConversion;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.Station;

/**
 * A station as the index sees it.
 *
 * @param factors by parameter, from its unit to µg/m³; what is no concentration is missing
 */
public record AirStation(RegistryEntry<Station> station, Map<String, BigDecimal> factors) {
    private static final String UNIT_OF_INDEX = "ug/m3";

    /** Those of the stations that watch, or once watched, ambient air, by code. */
    public static Map<String, AirStation> of(Collection<JudgedDatastream> datastreams) {
        Map<String, AirStation> stations = new HashMap<>();
        for (JudgedDatastream datastream : datastreams) {
            if (datastream.station().periods().stream()
                    .anyMatch(period -> period.value().medium() == Medium.AMBIENT_AIR)) {
                AirStation station = stations.computeIfAbsent(
                        datastream.stationCode(), code -> new AirStation(datastream.station(), new HashMap<>()));
                UnitConversion.factor(datastream.unit(), UNIT_OF_INDEX)
                        .ifPresent(factor -> station.factors.put(datastream.parameter(), factor));
            }
        }
        return stations;
    }

    /** Whether it watches ambient air in the hour that ends then. */
    boolean watchesAir(Instant end) {
        return station.at(end.minusMillis(1))
                .filter(now -> now.medium() == Medium.AMBIENT_AIR)
                .isPresent();
    }
}
