package vn.quantrac.ingestion.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.quantrac.feeds.registry.Credential;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.Station;

/** Ways to find entries by what their periods say; whoever looks up still asks what held at the time. */
final class RegistryIndex {
    private RegistryIndex() {}

    static String caseless(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    /** By code and every alias, without case. */
    static Map<String, List<RegistryEntry<Station>>> aliases(RegistryEntries entries) {
        return grouped(
                entries.stations.values(),
                entry -> Stream.concat(
                        Stream.of(caseless(entry.code())), values(entry).flatMap(station -> station.aliases().stream()
                                .map(RegistryIndex::caseless))));
    }

    /** By station. */
    static Map<String, List<RegistryEntry<Credential>>> credentials(RegistryEntries entries) {
        return grouped(entries.credentials.values(), entry -> values(entry).map(Credential::station));
    }

    /** By the fingerprint of the certificate. */
    static Map<String, List<RegistryEntry<Credential>>> certificates(RegistryEntries entries) {
        return grouped(
                entries.credentials.values(),
                entry -> values(entry).map(Credential::certificateSha256).filter(Objects::nonNull));
    }

    /**
     * By station and symbol. What the station's own logger calls a parameter comes before the parameter's code, and
     * that before what loggers generally call it.
     */
    static Map<String, Map<String, List<RegistryEntry<Datastream>>>> datastreams(RegistryEntries entries) {
        Map<String, Map<String, List<RegistryEntry<Datastream>>>> byStation = new HashMap<>();
        List<Function<Datastream, Stream<String>>> names = List.of(
                datastream -> datastream.symbols().stream(),
                datastream -> Stream.of(datastream.parameter()),
                datastream -> generalSymbols(entries, datastream.parameter()));
        for (Function<Datastream, Stream<String>> name : names) {
            for (RegistryEntry<Datastream> entry : entries.datastreams.values()) {
                values(entry).forEach(value -> name.apply(value)
                        .map(Symbols::normal)
                        .forEach(symbol -> add(
                                byStation.computeIfAbsent(value.station(), station -> new HashMap<>()),
                                symbol,
                                entry)));
            }
        }
        return byStation;
    }

    private static Stream<String> generalSymbols(RegistryEntries entries, String parameter) {
        RegistryEntry<Parameter> entry = entries.parameters.get(parameter);
        return entry == null ? Stream.empty() : values(entry).flatMap(value -> value.symbols().stream());
    }

    private static <T> Map<String, List<RegistryEntry<T>>> grouped(
            Iterable<RegistryEntry<T>> entries, Function<RegistryEntry<T>, Stream<String>> keys) {
        Map<String, List<RegistryEntry<T>>> groups = new HashMap<>();
        for (RegistryEntry<T> entry : entries) {
            keys.apply(entry).forEach(key -> add(groups, key, entry));
        }
        return groups;
    }

    private static <T> void add(Map<String, List<RegistryEntry<T>>> groups, String key, RegistryEntry<T> entry) {
        List<RegistryEntry<T>> group = groups.computeIfAbsent(key, name -> new ArrayList<>(1));
        if (!group.contains(entry)) {
            group.add(entry);
        }
    }

    private static <T> Stream<T> values(RegistryEntry<T> entry) {
        return entry.periods().stream().map(Effective::value);
    }
}
