package vn.quantrac.publication.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.Station;
import vn.quantrac.publication.opendata.StationFeature.Properties;
import vn.quantrac.publication.opendata.StationFeature.Source;
import vn.quantrac.publication.opendata.StationFeature.Value;
import vn.quantrac.publication.record.Latest;
import vn.quantrac.publication.record.Newest;
import vn.quantrac.publication.registry.Catalogue;
import vn.quantrac.publication.verdict.Episode;
import vn.quantrac.publication.verdict.Index;
import vn.quantrac.publication.verdict.Indices;
import vn.quantrac.publication.verdict.Limit;
import vn.quantrac.publication.verdict.Verdicts;

/** Puts together what is known of stations now; four statements, however many stations. */
@ApplicationScoped
class StationFeatures {
    private final Jdbi jdbi;
    private final Indices indices;
    private final Clock clock;

    StationFeatures(Jdbi jdbi, Indices indices, Clock clock) {
        this.jdbi = jdbi;
        this.indices = indices;
        this.clock = clock;
    }

    List<StationFeature> of(Catalogue catalogue, Map<String, Station> stations) {
        List<Long> datastreams = stations.keySet().stream()
                .flatMap(code -> catalogue.measured(code).stream())
                .map(Datastream::id)
                .toList();
        Known known = jdbi.inTransaction(handle -> new Known(
                Newest.of(handle, datastreams),
                Verdicts.limits(handle, datastreams, clock.instant()),
                Verdicts.recent(handle, stations.keySet()).stream().collect(Collectors.groupingBy(Episode::station)),
                indices.newest(handle, stations.keySet())));
        return stations.entrySet().stream()
                .map(station -> feature(catalogue, station.getKey(), station.getValue(), known))
                .toList();
    }

    private StationFeature feature(Catalogue catalogue, String code, Station station, Known known) {
        List<Datastream> datastreams = catalogue.measured(code);
        List<Latest> latest = datastreams.stream()
                .map(datastream -> known.latest.get(datastream.id()))
                .filter(Objects::nonNull)
                .toList();
        Set<String> measured = datastreams.stream().map(Datastream::parameter).collect(Collectors.toSet());
        List<Episode> episodes = known.episodes.getOrDefault(code, List.of()).stream()
                .filter(episode -> measured.contains(episode.parameter()))
                .toList();
        Optional<Index> index = Optional.ofNullable(known.indices.get(code));
        boolean judged = datastreams.stream().anyMatch(datastream -> known.limits.containsKey(datastream.id()));
        StationState state = StationState.of(station.intervalSeconds(), latest, episodes, judged, index, clock);
        Instant lastTime =
                latest.stream().map(Latest::time).max(Comparator.naturalOrder()).orElse(null);
        Properties properties = new Properties(
                code,
                station.nameVi(),
                station.nameEn(),
                station.medium(),
                station.administrativeUnit(),
                station.facility(),
                source(catalogue, station),
                state.state(),
                state.labelVi(),
                state.labelEn(),
                state.colour(),
                state.since(),
                lastTime,
                index.orElse(null),
                datastreams.stream()
                        .filter(datastream -> known.latest.containsKey(datastream.id()))
                        .map(datastream -> value(catalogue, datastream, known))
                        .toList(),
                episodes.stream().filter(episode -> episode.closedAt() == null).toList());
        return new StationFeature(properties, station.longitude(), station.latitude());
    }

    private static Source source(Catalogue catalogue, Station station) {
        return catalogue
                .source(station.dischargeSource())
                .map(source ->
                        new Source(station.dischargeSource(), source.nameVi(), source.nameEn(), source.facilityName()))
                .orElse(null);
    }

    private static Value value(Catalogue catalogue, Datastream datastream, Known known) {
        Latest latest = known.latest.get(datastream.id());
        Optional<Parameter> parameter =
                Optional.ofNullable(catalogue.parameters().get(datastream.parameter()));
        return new Value(
                datastream.parameter(),
                parameter.map(Parameter::nameVi).orElse(datastream.parameter()),
                parameter.map(Parameter::nameEn).orElse(datastream.parameter()),
                latest.value(),
                latest.unit(),
                parameter.map(datastream::unitSymbolOf).orElse(latest.unit()),
                latest.time(),
                latest.status(),
                latest.flags(),
                known.limits.get(datastream.id()));
    }

    private record Known(
            Map<Long, Latest> latest,
            Map<Long, Limit> limits,
            Map<String, List<Episode>> episodes,
            Map<String, Index> indices) {}
}
