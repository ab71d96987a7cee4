package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.registry.Registry;

/** What is in the database after all. */
@ApplicationScoped
class Intaken {
    private final Jdbi jdbi;
    private final Registry registry;
    private final MeterRegistry metrics;

    Intaken(Jdbi jdbi, Registry registry, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.registry = registry;
        this.metrics = metrics;
    }

    /** "value status" of every revision of a reading, in their order. */
    List<String> revisions(String station, String parameter, Instant time) {
        return revisions(RegistryFixture.datastream(station, parameter), time);
    }

    List<String> revisions(long datastream, Instant time) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(value::text, 'null') || ' ' || status from reading
                        where datastream = :datastream and time = :time order by revision""")
                .bind("datastream", datastream)
                .bind("time", OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .mapTo(String.class)
                .list());
    }

    /** Cursor of the newest event of the feed. */
    long head() {
        return jdbi.withHandle(handle -> number(handle, "select cursor from feed_head"));
    }

    /** "station reason" of what is in quarantine for a telegram name. */
    List<String> quarantined(String telegramName) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select q.station || ' ' || q.reason from quarantine q join telegram t on t.id = q.telegram
                        where t.name = :name order by q.id""")
                .bind("name", telegramName)
                .mapTo(String.class)
                .list());
    }

    /** What is in quarantine for a reason, its ASCII as it is. */
    List<String> quarantinedContent(String reason) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select encode(content, 'escape') from quarantine where reason = :reason order by id")
                .bind("reason", reason)
                .mapTo(String.class)
                .list());
    }

    /** How many telegrams wait for their commit, those of the running transaction left out. */
    double waiting() {
        return metrics.get("ingestion.waiting").gauge().value();
    }

    boolean knowsStations() {
        return registry.current()
                .stationCode(RegistryFixture.AIR, Instant.now())
                .isPresent();
    }

    /** Makes the database refuse a value of the paper mill. */
    void forbid(String parameter, String value) {
        long datastream = RegistryFixture.datastream(RegistryFixture.PAPER_MILL, parameter);
        jdbi.useHandle(handle -> handle.execute("alter table reading add constraint forbidden check (datastream <> "
                + datastream + " or value <> " + value + ") not valid"));
    }

    void allowAll() {
        jdbi.useHandle(handle -> handle.execute("alter table reading drop constraint forbidden"));
    }

    /** The raw telegram of a name. */
    String content(String telegramName) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select convert_from(content, 'UTF8') from telegram where name = :name")
                        .bind("name", telegramName)
                        .mapTo(String.class)
                        .one());
    }

    /** The telegrams of a stream, in their order. */
    List<String> contentsOf(String stream) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select convert_from(content, 'UTF8') from telegram where name like :stream || ' lines %'
                        order by received_at""")
                .bind("stream", stream)
                .mapTo(String.class)
                .list());
    }

    /** While it is open no telegram can be committed. */
    Handle blockCommits() {
        Handle handle = jdbi.open().begin();
        handle.createQuery("select cursor from feed_head for update")
                .mapTo(Long.class)
                .one();
        return handle;
    }

    /** Cursors are 1 to the head, and revisions of every reading are 0 to their number less one. */
    void mustBeWithoutGaps() {
        jdbi.useHandle(handle -> {
            assertThat(number(handle, "select count(*) - max(cursor) from reading"))
                    .isZero();
            assertThat(number(handle, "select max(cursor) - (select cursor from feed_head) from reading"))
                    .isZero();
            assertThat(number(handle, "select count(*) - count(distinct cursor) from reading"))
                    .isZero();
            assertThat(number(handle, """
                    select count(*) from (select 1 from reading group by datastream, time
                    having max(revision) <> count(*) - 1) as gaps""")).isZero();
        });
    }

    long readings() {
        return jdbi.withHandle(handle -> number(handle, "select count(*) from reading"));
    }

    long telegrams(String station) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from telegram where station = :station")
                .bind("station", station)
                .mapTo(Long.class)
                .one());
    }

    private static long number(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Long.class).one();
    }
}
