package vn.quantrac.compliance.registry;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.Station;

/**
 * A datastream with all that the registry says of its surroundings.
 *
 * @param unit canonical unit of its parameter
 * @param sources the discharge sources that its station has ever watched, by code
 */
public record JudgedDatastream(
        long id,
        String stationCode,
        String parameter,
        String unit,
        RegistryEntry<Station> station,
        Map<String, RegistryEntry<DischargeSource>> sources) {

    public Optional<DischargeSource> source(String code, Instant at) {
        return Optional.ofNullable(code).map(sources::get).flatMap(source -> source.at(at));
    }

    /** Whether its station watches this in the interval that ends then. */
    public boolean isOf(Medium medium, Instant end) {
        return station.at(end.minusMillis(1))
                .map(Station::medium)
                .filter(medium::equals)
                .isPresent();
    }

    /** How many readings an hour can have at that time. */
    public int expectedPerHour(Instant at) {
        return station.at(at)
                .map(Station::intervalSeconds)
                .map(seconds -> Math.max(1, 3600 / seconds))
                .orElse(12);
    }
}
