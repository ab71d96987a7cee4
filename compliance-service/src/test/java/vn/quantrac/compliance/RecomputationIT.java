package vn.quantrac.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.FeedServer;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.RegistryMessages;

/**
 * A service that follows the feeds from the beginning comes to the verdicts that one with a history has: of this test's
 * stations, whose readings came in small pieces while the registry changed, and of all others that tests have told.
 */
@QuarkusTest
class RecomputationIT {
    private static final Instant MIDNIGHT = Instant.parse("2026-10-31T17:00:00Z");
    private static final Duration FOUR_DAYS = Duration.ofDays(4);

    FeedServer feeds;

    @Inject
    Jdbi jdbi;

    @Test
    void from_zero_the_same_verdicts_follow() {
        Facts facts = new Facts(feeds);
        Judged judged = new Judged(jdbi, feeds);
        facts.parametersAreKnown();
        List<Reading> delivered = mixed(
                new Days(1, MIDNIGHT, FOUR_DAYS).delivered(8_000, "N8000", "COD", 84),
                new Days(2, MIDNIGHT, FOUR_DAYS).delivered(8_001, "N8000", "pH", 8),
                new Days(3, MIDNIGHT, FOUR_DAYS).delivered(8_010, "N8010", "PM2,5", 50),
                new Days(4, MIDNIGHT, FOUR_DAYS).delivered(8_011, "N8010", "O3", 150),
                new Days(5, MIDNIGHT, FOUR_DAYS).delivered(8_020, "N8020", "PM", 180));

        Random random = new Random(6);
        int pieces = 0;
        for (int from = 0; from < delivered.size(); pieces++) {
            int to = Math.min(delivered.size(), from + 1 + random.nextInt(250));
            facts.say(delivered.subList(from, to));
            from = to;
            if (pieces % 2 == 0) {
                // Every second piece meets a registry that changes at the same time, on the other follower's thread.
                change(facts, pieces);
            }
            if (pieces % 3 == 0) {
                judged.await();
            }
        }
        judged.await();
        Map<String, JsonNode> before = judged.standing();
        assertThat(before.keySet())
                .as("all kinds of verdicts take part")
                .anyMatch(key -> key.startsWith("exceedance 8000/24h"))
                .anyMatch(key -> key.startsWith("exceedance 8020/1h"))
                .anyMatch(key -> key.startsWith("air-quality-index N8010"))
                .anyMatch(key -> key.startsWith("applied-limit 8001"))
                .anyMatch(key -> key.startsWith("mean 8011/24h"));

        forgetEverything();
        judged.await();

        Map<String, JsonNode> anew = judged.standing();
        assertThat(anew.keySet()).isEqualTo(before.keySet());
        assertThat(anew).isEqualTo(before);
    }

    /** The registry tells the stations late, and corrects column and interval again and again. */
    private static void change(Facts facts, int piece) {
        String column = piece % 4 == 0 && piece < 20 ? "B" : "A";
        facts.source(
                "S-N8000",
                Medium.WASTEWATER,
                Facts.permit("QCVN 40:2011/BTNMT", column, "8000", LocalDate.of(2020, 1, 15)));
        facts.source(
                "S-N8020", Medium.STACK_GAS, Facts.stackPermit(piece % 4 == 0 && piece < 20 ? "15000" : "60000", 3));
        if (piece == 2) {
            facts.station("N8000", Medium.WASTEWATER, "S-N8000", null);
            facts.datastream(8_000, "N8000", "COD");
            facts.datastream(8_001, "N8000", "pH");
            facts.datastream(8_010, "N8010", "PM2,5");
            facts.datastream(8_011, "N8010", "O3");
            facts.station("N8020", Medium.STACK_GAS, "S-N8020", null);
            facts.datastream(8_020, "N8020", "PM");
        }
        int interval = piece % 4 == 0 ? 300 : 360;
        facts.entry(
                RegistryMessages.STATION, "N8010", Facts.stationOf("N8010", Medium.AMBIENT_AIR, null, null, interval));
    }

    @SafeVarargs
    private static List<Reading> mixed(List<Reading>... series) {
        List<Reading> mixed = new ArrayList<>();
        for (int n = 0;
                mixed.size() < List.of(series).stream().mapToInt(List::size).sum();
                n++) {
            for (List<Reading> one : series) {
                if (n < one.size()) {
                    mixed.add(one.get(n));
                }
            }
        }
        return mixed;
    }

    /** What a new, empty database has; both followers begin at cursor 0 and read whole pages. */
    private void forgetEverything() {
        jdbi.useTransaction(handle -> {
            handle.execute("select from feed_position for update");
            handle.execute("select from feed_head for update");
            handle.execute("truncate registry_entry, reading, mean, applied_limit, exceedance, air_quality_index,"
                    + " feed_event");
            handle.execute("update feed_head set cursor = 0");
            handle.execute("update feed_position set cursor = 0");
        });
    }
}
