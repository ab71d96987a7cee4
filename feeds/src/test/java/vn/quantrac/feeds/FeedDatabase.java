package vn.quantrac.feeds;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** A real PostgreSQL with one database per call: an owner of a feed, or a follower. */
final class FeedDatabase {
    private static final EmbeddedPostgres SERVER = startServer();

    private FeedDatabase() {}

    /** The address of a new database with the tables of a feed and a table {@code effect} for followers. */
    static synchronized String create() {
        String name = "feed_" + System.nanoTime();
        Jdbi.create(SERVER.getPostgresDatabase()).useHandle(handle -> handle.execute("create database " + name));
        String url = SERVER.getJdbcUrl("postgres", name);
        Jdbi.create(url).useHandle(handle -> {
            execute(handle.getConnection(), migration());
            handle.execute("create table effect (nth bigserial primary key, cursor bigint not null)");
        });
        return url;
    }

    /** The cursors whose effects are in a follower's database, in the order in which they were applied. */
    static List<Long> effects(Jdbi follower) {
        return follower.withHandle(handle -> handle.createQuery("select cursor from effect order by nth")
                .mapTo(Long.class)
                .list());
    }

    /** As one text: Jdbi's script would cut function bodies at their semicolons. */
    private static void execute(Connection connection, String script) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String migration() {
        try (var sql = FeedDatabase.class.getResourceAsStream("/db/feeds/V0_1__feed.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres startServer() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
