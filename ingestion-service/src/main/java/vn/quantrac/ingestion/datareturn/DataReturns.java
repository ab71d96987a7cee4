package vn.quantrac.ingestion.datareturn;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.quantrac.ingestion.reading.ReadingConfig;
import vn.quantrac.ingestion.registry.ExpectedSeries;
import vn.quantrac.ingestion.registry.Registry;
import vn.quantrac.ingestion.registry.RegistrySnapshot;

/** Sets what came of a station against what it owes. */
@ApplicationScoped
class DataReturns {
    private final Registry registry;
    private final ReceivedReadings received;
    private final Duration lateAfter;
    private final ZoneId zone;
    private final Clock clock;

    DataReturns(
            Registry registry,
            ReceivedReadings received,
            ReadingConfig config,
            @ConfigProperty(name = "quantrac.time-zone", defaultValue = "Asia/Ho_Chi_Minh") ZoneId zone,
            Clock clock) {
        this.registry = registry;
        this.received = received;
        this.lateAfter = config.lateAfter();
        this.zone = zone;
        this.clock = clock;
    }

    /** For every day of the span, both ends included, and every parameter that is measured or came. */
    List<DataReturn> of(String station, LocalDate from, LocalDate to) {
        List<DataReturn> returns = new ArrayList<>();
        RegistrySnapshot known = registry.current();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
            Day day = new Day(date, zone, known.interval(station, end));
            returns.addAll(ofDay(day, known.expectedOf(station), received.of(station, day, lateAfter)));
        }
        return returns;
    }

    private List<DataReturn> ofDay(Day day, List<ExpectedSeries> expected, List<Received> received) {
        Map<Long, Received> came =
                received.stream().collect(Collectors.toMap(Received::datastream, Function.identity()));
        // What is not late yet is not owed yet.
        Instant over = clock.instant().minus(lateAfter);
        Instant end = over.isBefore(day.end()) ? over : day.end();
        Map<Long, DataReturn> returns = new TreeMap<>();
        for (ExpectedSeries series : expected) {
            int due = series.due(day.begin(), end, day.interval());
            Received ofSeries = came.get(series.datastream());
            if (due > 0 || ofSeries != null) {
                returns.put(
                        series.datastream(),
                        DataReturn.of(
                                day.date(),
                                series.parameter(),
                                series.datastream(),
                                due,
                                ofSeries == null
                                        ? new Received(series.datastream(), series.parameter(), 0, 0, 0)
                                        : ofSeries));
            }
        }
        received.forEach(each -> returns.computeIfAbsent(
                each.datastream(), id -> DataReturn.of(day.date(), each.parameter(), id, 0, each)));
        return returns.values().stream()
                .sorted(Comparator.comparing(DataReturn::parameter))
                .toList();
    }
}
