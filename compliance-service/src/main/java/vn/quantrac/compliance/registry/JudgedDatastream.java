package vn.quantrac.compliance.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.Station;

/**
 * A datastream with all that the registry says of its surroundings.
 *
 * @param unit in which its readings are kept
 * @param canonicalUnit that of its parameter, in which permits state their values
 * @param sources the discharge sources that its station has ever watched, by code
 */
public record JudgedDatastream(
        long id,
        String stationCode,
        String parameter,
        String unit,
        String canonicalUnit,
        RegistryEntry<Datastream> entry,
        RegistryEntry<Station> station,
        Map<String, RegistryEntry<DischargeSource>> sources) {
    /** Of a station that measures every five minutes, as nearly all do. */
    private static final int USUAL_PER_HOUR = 12;

    private static final int SECONDS_OF_HOUR = 3_600;

    /** How many readings an hour can have at that time; a datastream may be null when the registry has not told it. */
    public static int expectedPerHour(JudgedDatastream datastream, Instant at) {
        return Optional.ofNullable(datastream)
                .flatMap(known -> known.station.at(at))
                .map(Station::intervalSeconds)
                .filter(seconds -> seconds > 0)
                .map(seconds -> Math.max(1, SECONDS_OF_HOUR / seconds))
                .orElse(USUAL_PER_HOUR);
    }

    public Optional<DischargeSource> source(String code, Instant at) {
        return Optional.ofNullable(code).map(sources::get).flatMap(source -> source.at(at));
    }

    /** The same datastream after the registry took it back: nothing holds for it. */
    JudgedDatastream withdrawn() {
        return new JudgedDatastream(
                id,
                stationCode,
                parameter,
                unit,
                canonicalUnit,
                new RegistryEntry<>(entry.code(), List.of()),
                new RegistryEntry<>(stationCode, List.of()),
                Map.of());
    }
}
