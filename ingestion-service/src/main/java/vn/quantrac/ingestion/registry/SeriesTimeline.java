package vn.quantrac.ingestion.registry;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.RegistryEntry;

/**
 * What a symbol means at a station, for all times: between two changes of what the registry says it is always the same,
 * so it is worked out once, not for every reading.
 */
final class SeriesTimeline {
    private final Instant[] changes;
    private final List<Optional<Series>> from;

    private SeriesTimeline(Instant[] changes, List<Optional<Series>> from) {
        this.changes = changes;
        this.from = from;
    }

    /** @param concerned the entries of whose periods {@code meaning} depends, and on nothing else */
    static SeriesTimeline of(Collection<RegistryEntry<?>> concerned, Function<Instant, Optional<Series>> meaning) {
        Instant[] changes = concerned.stream()
                .flatMap(entry -> entry.periods().stream())
                .flatMap(SeriesTimeline::bounds)
                .distinct()
                .sorted()
                .toArray(Instant[]::new);
        return new SeriesTimeline(changes, Arrays.stream(changes).map(meaning).toList());
    }

    private static Stream<Instant> bounds(Effective<?> period) {
        return Stream.of(period.validFrom(), period.validTo()).filter(bound -> bound != null);
    }

    Optional<Series> at(Instant time) {
        int found = Arrays.binarySearch(changes, time);
        int before = found >= 0 ? found : -found - 2;
        return before < 0 ? Optional.empty() : from.get(before);
    }
}
