package vn.quantrac.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantrac.local.e2e.KnownReadings.AIR;
import static vn.quantrac.local.e2e.KnownReadings.PAPER_MILL;
import static vn.quantrac.local.e2e.KnownReadings.SEAFOOD;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.quantrac.local.launch.SuiteUnderTest;

/**
 * The whole way of a reading with every process real: known readings go in by all three doors while services and the
 * broker are killed, and what comes out at the ministry and the public must be exactly what went in.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeWayE2E {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static SuiteUnderTest suite;
    private static KnownReadings known;

    @BeforeAll
    static void start() throws Exception {
        suite = SuiteUnderTest.start();
        known = new KnownReadings();
    }

    @AfterAll
    static void end() {
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    @Order(1)
    void nothing_is_lost_or_doubled_while_services_and_the_broker_are_killed() throws Exception {
        Door ftp = Door.ftp(suite.ftpPort(), PAPER_MILL, suite.secretOf(PAPER_MILL));
        Door mqtt = Door.mqtt(suite.mqttPort(), AIR, suite.secretOf(AIR));
        Door https = Door.https(suite.gateway(), SEAFOOD, suite.secretOf(SEAFOOD));

        ExecutorService loggers = Executors.newFixedThreadPool(3);
        List<Future<?>> sending = new ArrayList<>();
        sending.add(loggers.submit(sendAll(ftp, known.paperMill(), 1)));
        sending.add(loggers.submit(sendAll(mqtt, known.air(), 2)));
        sending.add(loggers.submit(sendAll(https, known.seafood(), 3)));
        for (String victim : List.of("ingestion-service", "broker", "compliance-service", "ingestion-service")) {
            Thread.sleep(1_500);
            suite.kill(victim);
        }
        for (Future<?> one : sending) {
            one.get();
        }
        loggers.shutdown();
        for (SentReading revision : known.revisions()) {
            Door door = revision.station().equals(PAPER_MILL) ? ftp : https;
            door.sendUntilAcknowledged(new Telegram(List.of(revision)));
        }

        List<String> expected = expectedAtTheMinistry();
        List<JsonNode> pulled = pull(expected.size());
        assertThat(pulled.stream().map(WholeWayE2E::describe))
                .as("exactly what was sent, revisions as revisions")
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(pulled.stream().map(event -> event.get("cursor").asLong()))
                .as("the numbers prove that nothing is missing")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, expected.size()).boxed().toList());
    }

    @Test
    @Order(2)
    void the_exceedance_is_the_one_computed_by_hand() throws Exception {
        // First day: 276 measuring values, one revised from 90.0 to 90.5. The hour ending 01:00 means (11×90 +
        // 90.5)/12;
        // 23 valid hours; day = (that + 22×90)/23 = 90.001811…; 90.0018/81.0 = 1.1111335. Second day 70.0: closed.
        JsonNode exceedance = await(() -> {
            JsonNode all = Partner.client(suite.gateway(), "agency")
                    .get("/api/compliance/v1/exceedances?station=" + PAPER_MILL)
                    .get("items");
            return all.size() == 1
                            && all.get(0).hasNonNull("closedAt")
                            && all.get(0).get("peak").decimalValue().compareTo(new BigDecimal("90")) > 0
                    ? all.get(0)
                    : null;
        });
        assertThat(exceedance.get("parameter").asText()).isEqualTo("COD");
        assertThat(exceedance.get("max").decimalValue()).isEqualByComparingTo("81.0");
        assertThat(exceedance.get("averaging").asText()).isEqualTo("24h");
        assertThat(Instant.parse(exceedance.get("openedAt").asText())).isEqualTo(known.firstDay());
        assertThat(Instant.parse(exceedance.get("lastAt").asText())).isEqualTo(known.secondDay());
        assertThat(Instant.parse(exceedance.get("closedAt").asText())).isEqualTo(known.thirdDay());
        assertThat(exceedance.get("intervals").asInt()).isEqualTo(1);
        assertThat(exceedance.get("peak").decimalValue())
                .isBetween(new BigDecimal("90.00181"), new BigDecimal("90.00182"));
        assertThat(exceedance.get("peakRatio").decimalValue())
                .isBetween(new BigDecimal("1.11113"), new BigDecimal("1.11114"));
    }

    @Test
    @Order(3)
    void the_air_quality_index_is_the_one_of_the_decisions_example() throws Exception {
        // PM2.5 Nowcast 20.266 → 40.53 → 41; O3 136.1 → 42.53 → 43; NO2 118.7 → 59.35 → 59 (DOMAIN V1, V2).
        JsonNode index = await(() -> {
            for (JsonNode item : Partner.anonymous(suite.gateway())
                    .get("/open/v1/indices?station=" + AIR + "&from=" + known.firstDay())
                    .get("items")) {
                if (Instant.parse(item.get("end").asText()).equals(known.knownHour())
                        && item.get("indices").size() == 3) {
                    return item;
                }
            }
            return null;
        });
        assertThat(index.get("value").asInt()).isEqualTo(59);
        assertThat(index.get("dominant").asText()).isEqualTo("NO2");
        assertThat(index.get("indices").get("PM2,5").asInt()).isEqualTo(41);
        assertThat(index.get("indices").get("O3").asInt()).isEqualTo(43);
        assertThat(index.get("indices").get("NO2").asInt()).isEqualTo(59);
    }

    @Test
    @Order(4)
    void only_the_ministry_reads_the_ministrys_feed_and_the_public_reads_open_data() {
        String pull = "/api/ministry/v1/readings?after=0";
        assertThat(Partner.anonymous(suite.gateway()).ask(pull).statusCode()).isEqualTo(401);
        assertThat(Partner.client(suite.gateway(), "agency").ask(pull).statusCode())
                .isEqualTo(403);
        assertThat(Partner.user(suite.gateway(), "operator").ask(pull).statusCode())
                .isEqualTo(403);
        assertThat(Partner.anonymous(suite.gateway()).ask("/open/v1/stations").statusCode())
                .isEqualTo(200);
        assertThat(Partner.anonymous(suite.gateway()).ask("/").statusCode()).isEqualTo(200);
        assertThat(Partner.anonymous(suite.gateway())
                        .ask("/api/registry/v1/stations")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(5)
    void the_ministry_gets_a_clear_answer_to_every_kind_of_bad_cursor() {
        Partner ministry = Partner.client(suite.gateway(), "ministry");
        assertThat(ministry.ask("/api/ministry/v1/readings?after=rubbish").statusCode())
                .isEqualTo(400);
        assertThat(ministry.ask("/api/ministry/v1/readings?after=-1").statusCode())
                .isEqualTo(400);
        assertThat(ministry.ask("/api/ministry/v1/readings?after=999999999").statusCode())
                .isEqualTo(409);
    }

    /** Sends in an order that is not the order of time, and every fourth telegram twice. */
    private static Callable<Void> sendAll(Door door, List<Telegram> telegrams, long seed) {
        return () -> {
            List<Telegram> order = new ArrayList<>(telegrams);
            Collections.shuffle(order, new Random(seed));
            for (int n = 0; n < order.size(); n++) {
                door.sendUntilAcknowledged(order.get(n));
                if (n % 4 == 0) {
                    door.sendUntilAcknowledged(order.get(n));
                }
                Thread.sleep(100);
            }
            return null;
        };
    }

    private static List<String> expectedAtTheMinistry() {
        List<String> expected = new ArrayList<>();
        List.of(known.paperMill(), known.air(), known.seafood()).forEach(telegrams -> telegrams.stream()
                .flatMap(telegram -> telegram.readings().stream())
                .forEach(reading -> expected.add(reading.asPublished(0))));
        List<SentReading> revisions = known.revisions();
        expected.add(revisions.get(0).asPublished(1));
        expected.add(revisions.get(1).asPublished(2));
        expected.add(revisions.get(2).asPublished(1));
        return expected;
    }

    /** Pulls page by page as the ministry does, until the suite has handed on as many as were sent. */
    private static List<JsonNode> pull(int wanted) throws Exception {
        Partner ministry = Partner.client(suite.gateway(), "ministry");
        await(() -> ministry.get("/api/ministry/v1/readings?after=0&limit=1")
                                .get("head")
                                .asLong()
                        >= wanted
                ? true
                : null);
        List<JsonNode> events = new ArrayList<>();
        long after = 0;
        JsonNode page;
        do {
            page = ministry.get("/api/ministry/v1/readings?limit=500&after=" + after);
            page.get("events").forEach(events::add);
            after = page.get("next").asLong();
        } while (after < page.get("head").asLong());
        return events;
    }

    private static String describe(JsonNode event) {
        JsonNode reading = event.get("data");
        return SentReading.describe(
                reading.get("station").asText(),
                reading.get("parameter").asText(),
                Instant.parse(reading.get("time").asText()),
                reading.get("value").decimalValue(),
                reading.get("status").asText(),
                reading.get("revision").asInt());
    }

    private static <T> T await(Callable<T> look) throws Exception {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < deadline) {
            T found = look.call();
            if (found != null) {
                return found;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("Did not come to be within " + LONGEST);
    }
}
