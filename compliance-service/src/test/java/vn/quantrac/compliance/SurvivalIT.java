package vn.quantrac.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.Announcements;
import vn.quantrac.feeds.FeedAnnouncement;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.FeedJson;
import vn.quantrac.feeds.Topics;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.verdicts.Averaging;
import vn.quantrac.feeds.verdicts.Exceedance;
import vn.quantrac.feeds.verdicts.Mean;
import vn.quantrac.feeds.verdicts.VerdictMessages;

/** Every reading is judged exactly once, whatever is cut, killed, repeated or late. */
@QuarkusTest
class SurvivalIT extends OnFeeds {

    @ConfigProperty(name = "QUANTRAC_MQTT_PORT")
    int brokerPort;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl;

    @ConfigProperty(name = "quarkus.datasource.username")
    String databaseUser;

    @ConfigProperty(name = "quarkus.datasource.password")
    String databasePassword;

    @Test
    void killed_transactions_leave_nothing_behind_and_nothing_out() throws SQLException {
        int days = 20;
        facts.outfall(9_000, "K9000", "COD");
        judged.await();
        for (int day = 0; day < days; day++) {
            Instant start = MIDNIGHT.plus(DAY.multipliedBy(day));
            facts.say(Facts.readings(9_000, "K9000", "COD", start, start.plus(DAY), Integer.toString(70 + day)));
        }
        int killed = killUntilJudged();

        assertThat(killed).as("connections killed").isPositive();
        eachVerdictIsSaidOnce();
        List<Mean> means = List.copyOf(
                judged.current(VerdictMessages.MEAN, "K9000", Mean.class).values());
        assertThat(means).hasSize(days * 25);
        assertThat(means).filteredOn(mean -> mean.averaging() == Averaging.DAY).allSatisfy(mean -> assertThat(
                        mean.value())
                .isEqualByComparingTo(BigDecimal.valueOf(
                        70 + Duration.between(MIDNIGHT, mean.start()).toDays())));
        assertThat(judged.current(VerdictMessages.EXCEEDANCE, "K9000", Exceedance.class)
                        .values())
                .filteredOn(episode -> !episode.withdrawn())
                .singleElement()
                .satisfies(episode -> {
                    assertThat(episode.openedAt())
                            .as("82 is the first above 81")
                            .isEqualTo(MIDNIGHT.plus(DAY.multipliedBy(12)));
                });
    }

    @Test
    void announcements_are_applied_at_once_and_repeated_or_foreign_ones_do_no_harm() throws Exception {
        facts.outfall(9_100, "K9100", "COD");
        judged.await();
        ObjectMapper json = FeedJson.mapper();
        List<Reading> hour = Facts.readings(9_100, "K9100", "COD", MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(1)), "50");
        long before = feeds.head("readings");
        List<FeedEvent> events = new ArrayList<>();
        for (Reading reading : hour) {
            String key = reading.datastream() + "/" + reading.time();
            events.add(feeds.event("readings", Reading.TYPE, key, reading));
            feeds.append("readings", Reading.TYPE, key, reading);
        }
        byte[] announcement =
                json.writeValueAsBytes(new FeedAnnouncement(Reading.FEED, before, before + events.size(), events));
        byte[] ofTheFuture = json.writeValueAsBytes(
                new FeedAnnouncement(Reading.FEED, before + 1_000_000, before + 1_000_001, List.of()));
        for (byte[] message : List.of(announcement, "{".getBytes(), announcement, ofTheFuture, announcement)) {
            Announcements.publish(brokerPort, Topics.READINGS_FEED, message);
        }
        judged.await();

        assertThat(judged.said(VerdictMessages.MEAN, "K9100", Mean.class))
                .singleElement()
                .satisfies(mean -> {
                    assertThat(mean.count()).isEqualTo(12);
                    assertThat(mean.revision()).isZero();
                });
        eachVerdictIsSaidOnce();
    }

    /** Twenty thousand readings of one station's outage, seventy days of one parameter. */
    @Test
    void a_backlog_is_judged_by_the_page() {
        facts.outfall(9_200, "K9200", "COD");
        judged.await();
        List<Reading> backlog = Facts.readings(
                9_200,
                "K9200",
                "COD",
                MIDNIGHT.minus(DAY.multipliedBy(90)),
                MIDNIGHT.minus(DAY.multipliedBy(20)),
                "90");
        Instant start = Instant.now();
        facts.say(backlog);
        judged.await();
        Duration taken = Duration.between(start, Instant.now());

        assertThat(backlog).hasSizeGreaterThan(20_000);
        assertThat(judged.current(VerdictMessages.MEAN, "K9200", Mean.class)).hasSize(70 * 25);
        assertThat(taken).as("about 3 s when nothing else runs").isLessThan(Duration.ofSeconds(30));
    }

    /** Two hundred stations send at once what ends their hour. */
    @Test
    void the_end_of_an_hour_is_judged_for_a_whole_province_at_once() {
        int stations = 200;
        int parameters = 5;
        List<String> codes = List.of("COD", "TSS", "NH4", "pH", "Color");
        for (int station = 0; station < stations; station++) {
            facts.outfall(20_000 + station * 10L, "P" + station, codes.get(0));
            for (int n = 1; n < parameters; n++) {
                facts.datastream(20_000 + station * 10L + n, "P" + station, codes.get(n));
            }
        }
        for (int minute = 5; minute < 60; minute += 5) {
            province(stations, parameters, codes, MIDNIGHT.plus(Duration.ofMinutes(minute)));
        }
        judged.await();
        Instant start = Instant.now();
        province(stations, parameters, codes, MIDNIGHT.plus(Duration.ofHours(1)));
        judged.await();
        Duration taken = Duration.between(start, Instant.now());

        assertThat(judged.current(VerdictMessages.MEAN, "P199", Mean.class)).hasSize(parameters);
        assertThat(taken).as("about 1 s, most of it until the feed is read").isLessThan(Duration.ofSeconds(15));
    }

    private void province(int stations, int parameters, List<String> codes, Instant time) {
        List<Reading> readings = new ArrayList<>();
        for (int station = 0; station < stations; station++) {
            for (int n = 0; n < parameters; n++) {
                readings.add(Facts.reading(20_000 + station * 10L + n, "P" + station, codes.get(n), time, "7"));
            }
        }
        facts.say(readings);
    }

    /** Ends the service's connections again and again, wherever their transactions are. */
    private int killUntilJudged() throws SQLException {
        int killed = 0;
        try (Connection connection = DriverManager.getConnection(databaseUrl, databaseUser, databasePassword);
                Statement statement = connection.createStatement()) {
            Instant end = Instant.now().plusSeconds(60);
            while (!isJudged() && Instant.now().isBefore(end)) {
                if (killed < 30) {
                    var terminated =
                            statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                    + " where datname = current_database() and pid <> pg_backend_pid()"
                                    + " and xact_start is not null and state <> 'idle'");
                    terminated.next();
                    killed += terminated.getInt(1);
                }
                pause();
            }
        }
        judged.await();
        return killed;
    }

    private boolean isJudged() {
        try {
            return jdbi.withHandle(
                            handle -> handle.createQuery("select cursor from feed_position where feed = 'readings'")
                                    .mapTo(Long.class)
                                    .one())
                    == feeds.head("readings");
        } catch (JdbiException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(37);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Revisions of a verdict are 0, 1, 2, …: one that was said in a transaction that died is not in the feed. */
    private void eachVerdictIsSaidOnce() {
        Map<String, Integer> next = new HashMap<>();
        judged.events().filter(event -> event.data().has("revision")).forEach(event -> {
            String key = event.type() + " " + event.key();
            assertThat(event.data().path("revision").asInt()).as(key).isEqualTo(next.getOrDefault(key, 0));
            next.merge(key, 1, Integer::sum);
        });
    }
}
