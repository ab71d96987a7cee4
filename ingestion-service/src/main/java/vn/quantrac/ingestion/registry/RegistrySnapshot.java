package vn.quantrac.ingestion.registry;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.quantrac.feeds.registry.Credential;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.Station;
import vn.quantrac.ingestion.unit.Unit;

/** The registry as it was said up to some event; immutable, every question is answered for a time. */
public final class RegistrySnapshot {
    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(5);

    private final Map<String, RegistryEntry<Station>> stations;
    private final Map<String, RegistryEntry<DischargeSource>> sources;
    private final Map<String, RegistryEntry<Parameter>> parameters;
    private final Map<String, RegistryEntry<Instrument>> instruments;
    private final Map<String, List<RegistryEntry<Station>>> aliases;
    private final Map<String, Map<String, List<RegistryEntry<Datastream>>>> datastreams;
    private final Map<String, List<RegistryEntry<Credential>>> credentials;
    /** By station and symbol; made when they are first asked for. */
    private final Map<String, SeriesTimeline> timelines = new ConcurrentHashMap<>();

    private final Map<String, List<RegistryEntry<Credential>>> certificates;

    RegistrySnapshot(RegistryEntries entries) {
        this.stations = Map.copyOf(entries.stations);
        this.sources = Map.copyOf(entries.sources);
        this.parameters = Map.copyOf(entries.parameters);
        this.instruments = Map.copyOf(entries.instruments);
        this.aliases = RegistryIndex.aliases(entries);
        this.datastreams = RegistryIndex.datastreams(entries);
        this.credentials = RegistryIndex.credentials(entries);
        this.certificates = RegistryIndex.certificates(entries);
    }

    /** The code of the station that has this code or alias at a time, in whatever case it is written. */
    public Optional<String> stationCode(String codeOrAlias, Instant at) {
        return aliases.getOrDefault(RegistryIndex.caseless(codeOrAlias), List.of()).stream()
                .filter(station -> isCalled(station, codeOrAlias, at))
                .map(RegistryEntry::code)
                .findFirst();
    }

    private static boolean isCalled(RegistryEntry<Station> station, String name, Instant at) {
        return station.at(at)
                .filter(value -> station.code().equalsIgnoreCase(name)
                        || value.aliases().stream().anyMatch(name::equalsIgnoreCase))
                .isPresent();
    }

    /** The facility that answers for a station at a time. */
    public Optional<String> facility(String station, Instant at) {
        return Optional.ofNullable(stations.get(station))
                .flatMap(entry -> entry.at(at))
                .map(value -> value.facility() != null ? value.facility() : ofSource(value.dischargeSource(), at));
    }

    private String ofSource(String source, Instant at) {
        return source == null || !sources.containsKey(source)
                ? null
                : sources.get(source).at(at).map(DischargeSource::facility).orElse(null);
    }

    /** The codes of a facility's stations at a time. */
    public List<String> stationsOf(String facility, Instant at) {
        return stations.keySet().stream()
                .filter(station ->
                        facility(station, at).filter(facility::equals).isPresent())
                .toList();
    }

    /** The datastream that a station's logger means by a symbol at a time. */
    public Optional<Series> series(String station, String symbol, Instant at) {
        String normal = Symbols.normal(symbol);
        List<RegistryEntry<Datastream>> candidates =
                datastreams.getOrDefault(station, Map.of()).getOrDefault(normal, List.of());
        return candidates.isEmpty()
                ? Optional.empty()
                : timelines
                        .computeIfAbsent(station + ' ' + normal, first -> timeline(candidates, normal))
                        .at(at);
    }

    private SeriesTimeline timeline(List<RegistryEntry<Datastream>> candidates, String normal) {
        List<RegistryEntry<?>> concerned = new ArrayList<>(candidates);
        for (RegistryEntry<Datastream> candidate : candidates) {
            for (Effective<Datastream> period : candidate.periods()) {
                concerned.add(parameters.get(period.value().parameter()));
                concerned.add(
                        period.value().instrument() == null
                                ? null
                                : instruments.get(period.value().instrument()));
            }
        }
        concerned.removeIf(Objects::isNull);
        return SeriesTimeline.of(concerned, at -> candidates.stream()
                .flatMap(entry -> entry.at(at).stream())
                .filter(datastream -> isCalled(datastream, normal, at))
                .flatMap(datastream -> series(datastream, at).stream())
                .findFirst());
    }

    private boolean isCalled(Datastream datastream, String normal, Instant at) {
        Stream<String> general =
                Optional.ofNullable(parameters.get(datastream.parameter())).flatMap(entry -> entry.at(at)).stream()
                        .flatMap(parameter -> parameter.symbols().stream());
        Stream<String> own = Stream.concat(Stream.of(datastream.parameter()), datastream.symbols().stream());
        return Stream.concat(own, general).map(Symbols::normal).anyMatch(normal::equals);
    }

    private Optional<Series> series(Datastream datastream, Instant at) {
        RegistryEntry<Parameter> entry = parameters.get(datastream.parameter());
        return entry == null ? Optional.empty() : entry.at(at).map(parameter -> series(datastream, parameter, at));
    }

    private Series series(Datastream datastream, Parameter parameter, Instant at) {
        Instrument instrument = instrument(datastream.instrument(), at);
        // The range of an instrument for several parameters does not say whose it is.
        boolean ranged = instrument != null && instrument.parameters().size() == 1;
        return new Series(
                datastream.id(),
                datastream.parameter(),
                datastream.unitOf(parameter),
                datastream.unitSymbolOf(parameter),
                bound(parameter.plausibleMin(), parameter, datastream),
                bound(parameter.plausibleMax(), parameter, datastream),
                ranged ? bound(instrument.rangeMin(), parameter, datastream) : null,
                ranged ? bound(instrument.rangeMax(), parameter, datastream) : null,
                instrument == null ? null : instrument.calibrationValidTo());
    }

    /** What is said in the parameter's canonical unit, in the unit of the datastream. */
    private static BigDecimal bound(BigDecimal value, Parameter parameter, Datastream datastream) {
        if (value == null || datastream.unit() == null) {
            return value;
        }
        return Unit.of(parameter.unit())
                .flatMap(canonical ->
                        Unit.of(datastream.unit()).filter(canonical::isLike).map(own -> canonical.in(own, value)))
                .orElse(null);
    }

    private Instrument instrument(String code, Instant at) {
        RegistryEntry<Instrument> entry = code == null ? null : instruments.get(code);
        return entry == null ? null : entry.at(at).orElse(null);
    }

    /** What a station measures or has measured. */
    public List<ExpectedSeries> expectedOf(String station) {
        RegistryEntry<Station> entry = stations.get(station);
        return entry == null
                ? List.of()
                : datastreams.getOrDefault(station, Map.of()).values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .map(datastream -> new ExpectedSeries(
                                entry, datastream, datastream.periods().get(0).value()))
                        .toList();
    }

    /** How often a station measures at a time; as it normally is when it is not said. */
    public Duration interval(String station, Instant at) {
        return Optional.ofNullable(stations.get(station))
                .flatMap(entry -> entry.at(at))
                .map(value -> Duration.ofSeconds(Math.max(1, value.intervalSeconds())))
                .orElse(USUAL_INTERVAL);
    }

    /** The credentials of a station that are valid at a time, by their ids. */
    public Map<String, Credential> credentials(String station, Instant at) {
        Map<String, Credential> valid = new HashMap<>();
        for (RegistryEntry<Credential> entry : credentials.getOrDefault(station, List.of())) {
            entry.at(at)
                    .filter(credential -> credential.station().equals(station))
                    .ifPresent(credential -> valid.put(entry.code(), credential));
        }
        return valid;
    }

    /** Whose credential a certificate is at a time. */
    List<SignedIn> certified(String sha256, Instant at) {
        return certificates.getOrDefault(sha256, List.of()).stream()
                .flatMap(entry -> entry
                        .at(at)
                        .filter(credential -> sha256.equals(credential.certificateSha256()))
                        .filter(credential ->
                                stationCode(credential.station(), at).isPresent())
                        .map(credential -> new SignedIn(credential.station(), entry.code()))
                        .stream())
                .toList();
    }
}
