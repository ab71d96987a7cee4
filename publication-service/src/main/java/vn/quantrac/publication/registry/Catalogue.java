package vn.quantrac.publication.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.Station;

/** The registry as of one moment; immutable. */
public final class Catalogue {
    private final Map<String, Station> operating;
    private final Map<String, Station> known;
    private final Map<String, Parameter> parameters;
    private final Map<String, DischargeSource> sources;
    private final Map<String, List<Datastream>> datastreams;
    private final Set<Long> measuring = new HashSet<>();

    Catalogue(RegistryEntries entries, Instant now) {
        operating = new TreeMap<>();
        entries.stations.forEach((code, entry) -> entry.at(now).ifPresent(station -> operating.put(code, station)));
        known = newest(entries.stations, now);
        parameters = newest(entries.parameters, now);
        sources = newest(entries.sources, now);
        datastreams = new TreeMap<>();
        newest(entries.datastreams, now).values().stream()
                .sorted(Comparator.comparingLong(Datastream::id))
                .forEach(datastream -> datastreams
                        .computeIfAbsent(datastream.station(), station -> new ArrayList<>())
                        .add(datastream));
        entries.datastreams.values().stream()
                .flatMap(entry -> entry.at(now).stream())
                .map(Datastream::id)
                .forEach(measuring::add);
    }

    /** What holds now, and for a code that has ended what held last, so that its history stays readable. */
    private static <T> Map<String, T> newest(Map<String, RegistryEntry<T>> entries, Instant now) {
        Map<String, T> newest = new TreeMap<>();
        entries.forEach((code, entry) -> {
            if (!entry.periods().isEmpty()) {
                T last = entry.periods().get(entry.periods().size() - 1).value();
                newest.put(code, entry.at(now).orElse(last));
            }
        });
        return newest;
    }

    /** Stations that operate now, by code. */
    public Map<String, Station> operating() {
        return Collections.unmodifiableMap(operating);
    }

    /** A station that operates or did. */
    public Optional<Station> station(String code) {
        return Optional.ofNullable(known.get(code));
    }

    public Map<String, Parameter> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    public Optional<DischargeSource> source(String code) {
        return Optional.ofNullable(code).map(sources::get);
    }

    /** What a station measures or measured, in order of datastream id. */
    public List<Datastream> datastreams(String station) {
        return Collections.unmodifiableList(datastreams.getOrDefault(station, List.of()));
    }

    /** What a station measures now; of one that has ended, all that it measured. */
    public List<Datastream> measured(String station) {
        List<Datastream> all = datastreams(station);
        return operating.containsKey(station)
                ? all.stream()
                        .filter(datastream -> measuring.contains(datastream.id()))
                        .toList()
                : all;
    }
}
