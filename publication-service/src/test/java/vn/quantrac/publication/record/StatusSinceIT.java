package vn.quantrac.publication.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.FeedJson;
import vn.quantrac.feeds.readings.Reading;

/** Since when a datastream has its status is told by what was measured, not by when it arrived. */
@QuarkusTest
class StatusSinceIT {
    private static final ObjectMapper JSON = FeedJson.mapper();
    private static final Instant START = Instant.parse("2026-06-30T20:00:00Z");
    private static final Duration SILENCE = Duration.ofHours(1);

    @Inject
    ReadingsEffect effect;

    @Inject
    Jdbi jdbi;

    @Test
    void a_backlog_sent_newest_first_moves_it_back() {
        List<Reading> backlog = new ArrayList<>();
        for (int step = 300; step >= 0; step--) {
            backlog.add(reading(900_001, step * 5, "00", 0));
        }
        assertThat(afterPages(backlog, 7).get(900_001L)).isEqualTo(START);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_order_of_arrival_makes_no_difference(long seed) {
        Random random = new Random(seed);
        List<Reading> readings = new ArrayList<>();
        for (long datastream = 900_001; datastream <= 900_004; datastream++) {
            readings.addAll(measured(datastream, random));
        }
        List<Reading> arriving = shuffled(readings, random);
        assertThat(afterPages(arriving, 1 + random.nextInt(40))).isEqualTo(expected(readings));
        Collections.reverse(readings);
        assertThat(afterPages(inOrderOfRevision(readings), 25)).isEqualTo(expected(readings));
    }

    /** Mostly measuring, with other statuses, silences around the bound, and revisions of the status. */
    private static List<Reading> measured(long datastream, Random random) {
        List<Reading> readings = new ArrayList<>();
        int minute = 0;
        for (int i = 0; i < 60; i++) {
            minute += random.nextInt(12) == 0 ? 59 + random.nextInt(3) : 5 + random.nextInt(20);
            readings.add(reading(datastream, minute, status(random), 0));
            if (random.nextInt(8) == 0) {
                readings.add(reading(datastream, minute, status(random), 1));
            }
        }
        return readings;
    }

    private static String status(Random random) {
        return random.nextInt(15) == 0 ? "02" : "00";
    }

    private static List<Reading> shuffled(List<Reading> readings, Random random) {
        List<Reading> shuffled = new ArrayList<>(readings);
        Collections.shuffle(shuffled, random);
        return inOrderOfRevision(shuffled);
    }

    /** The feed says the revisions of one reading in their order, whatever lies between them. */
    private static List<Reading> inOrderOfRevision(List<Reading> readings) {
        Map<String, List<Reading>> revisions = new HashMap<>();
        readings.forEach(reading -> revisions
                .computeIfAbsent(reading.datastream() + "/" + reading.time(), key -> new ArrayList<>())
                .add(reading));
        revisions.values().forEach(same -> same.sort(Comparator.comparingInt(Reading::revision)));
        return readings.stream()
                .map(reading -> revisions
                        .get(reading.datastream() + "/" + reading.time())
                        .remove(0))
                .toList();
    }

    /** What the table says once these pages were taken in; nothing of it stays. */
    private Map<Long, Instant> afterPages(List<Reading> arriving, int size) {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            for (int from = 0; from < arriving.size(); from += size) {
                effect.apply(handle, events(arriving.subList(from, Math.min(from + size, arriving.size())), from));
            }
            Map<Long, Instant> since = new TreeMap<>();
            Newest.of(
                            handle,
                            arriving.stream()
                                    .map(Reading::datastream)
                                    .distinct()
                                    .toList())
                    .forEach((datastream, latest) -> since.put(datastream, latest.statusSince()));
            handle.rollback();
            return since;
        }
    }

    private static List<FeedEvent> events(List<Reading> readings, long before) {
        List<FeedEvent> events = new ArrayList<>();
        for (Reading reading : readings) {
            events.add(new FeedEvent(
                    ++before, Reading.TYPE, reading.datastream() + "/" + reading.time(), JSON.valueToTree(reading)));
        }
        return events;
    }

    private static Map<Long, Instant> expected(List<Reading> readings) {
        Map<Long, TreeMap<Instant, Reading>> current = new TreeMap<>();
        readings.forEach(reading -> current.computeIfAbsent(reading.datastream(), key -> new TreeMap<>())
                .merge(reading.time(), reading, (a, b) -> a.revision() > b.revision() ? a : b));
        Map<Long, Instant> since = new TreeMap<>();
        current.forEach((datastream, series) -> since.put(datastream, startOfLastRun(series)));
        return since;
    }

    private static Instant startOfLastRun(TreeMap<Instant, Reading> series) {
        Reading first = series.lastEntry().getValue();
        for (Reading earlier : series.descendingMap().values()) {
            if (!earlier.status().equals(first.status())
                    || earlier.time().plus(SILENCE).isBefore(first.time())) {
                break;
            }
            first = earlier;
        }
        return first.time();
    }

    private static Reading reading(long datastream, int minute, String status, int revision) {
        Instant time = START.plusSeconds(60L * minute);
        return new Reading(
                datastream, "S" + datastream, "COD", time, BigDecimal.ONE, "mg/L", status, List.of(), revision, time);
    }
}
