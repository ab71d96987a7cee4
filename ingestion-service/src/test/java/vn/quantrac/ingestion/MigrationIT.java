package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.Postgres;

/** A database that was in use is migrated with what is in it. */
class MigrationIT {
    private static Postgres postgres;

    @BeforeAll
    static void start() {
        postgres = Postgres.temporary();
        postgres.createDatabase("ingestion", "ingestion", "ingestion-test");
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void entries_of_the_first_version_are_found_in_their_telegrams() {
        String url = "jdbc:postgresql://localhost:" + postgres.port() + "/ingestion";
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(url, "ingestion", "ingestion-test")
                .locations("db/feeds", "db/migration");
        flyway.target("1").load().migrate();
        UUID telegram = UUID.randomUUID();
        Jdbi jdbi = Jdbi.create(url, "ingestion", "ingestion-test").installPlugin(new PostgresPlugin());
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into telegram values (:id, 'S', 'ftp', 'n', :content, '', now(), 0, 0, 0, 5)""")
                    .bind("id", telegram)
                    .bind("content", bytes("good\r\nđộ x\r\nsame\r\nsame\r\none two\r\n"))
                    .execute();
            quarantine(handle, telegram, 0, "good\r\nđộ x\r\nsame\r\nsame\r\none two\r\n");
            quarantine(handle, telegram, 2, "độ x\r");
            quarantine(handle, telegram, 3, "same\r");
            quarantine(handle, telegram, 5, "one two\r");
            quarantine(handle, telegram, 5, "one two\r");
        });
        flyway.target("latest").load().migrate();
        List<String> ranges = jdbi.withHandle(
                handle -> handle.createQuery("""
                        select line || ' ' || coalesce(from_byte || '-' || to_byte, 'unknown') from quarantine
                        order by id""").mapTo(String.class).list());
        assertThat(ranges).containsExactly("0 0-36", "2 6-14", "3 15-20", "5 unknown", "5 unknown");
    }

    @Test
    void readings_that_were_there_are_what_loggers_sent() {
        postgres.createDatabase("readings", "ingestion", "ingestion-test");
        String url = "jdbc:postgresql://localhost:" + postgres.port() + "/readings";
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(url, "ingestion", "ingestion-test")
                .locations("db/feeds", "db/migration");
        flyway.target("2").load().migrate();
        Jdbi jdbi = Jdbi.create(url, "ingestion", "ingestion-test").installPlugin(new PostgresPlugin());
        jdbi.useHandle(handle -> {
            handle.createQuery("select reading_partition(timestamptz '2026-03-01Z')")
                    .mapTo(String.class)
                    .findOne();
            handle.execute("""
                    insert into reading values (7, timestamptz '2026-03-01T00:05Z', 0, 1, 'mg/L', '00', '{}', now(),
                        gen_random_uuid(), 1)""");
        });
        flyway.target("latest").load().migrate();
        jdbi.useHandle(handle -> {
            handle.createQuery("select reading_partition(timestamptz '2026-04-01Z')")
                    .mapTo(String.class)
                    .findOne();
            handle.execute("""
                    insert into reading (datastream, time, revision, value, unit, status, flags, received_at, telegram, cursor)
                    values (7, timestamptz '2026-04-01T00:05Z', 0, 2, 'mg/L', '00', '{}', now(), gen_random_uuid(), 2)""");
            assertThat(handle.createQuery("select value::text from reading where adjustment is null order by cursor")
                            .mapTo(String.class)
                            .list())
                    .containsExactly("1", "2");
        });
    }

    private static void quarantine(Handle handle, UUID telegram, int line, String content) {
        handle.createUpdate("""
                        insert into quarantine (telegram, line, station, content, reason, detail, received_at)
                        values (:telegram, :line, 'S', :content, 'bad-line', '', now())""")
                .bind("telegram", telegram)
                .bind("line", line)
                .bind("content", bytes(content))
                .execute();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
