package vn.quantrac.ingestion.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.telegram.Text;

/** The table {@code command}. */
@ApplicationScoped
public class Commands {
    /** The longest answer of a logger that is kept, in bytes. */
    public static final int LONGEST_RESULT = 65_536;

    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    Commands(Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps a command, once for a key.
     *
     * @param key by which the operator may send the request again; null for none
     * @return what was kept with that key first, which may be another command
     */
    Command issue(String station, NewCommand command, String operator, String key) {
        Instant now = clock.instant();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("""
                            insert into command
                                (id, station, command, arguments, issued_by, issued_at, expires_at, idempotency_key)
                            values (:id, :station, :command, :arguments::jsonb, :operator, :now, :expires, :key)
                            on conflict (issued_by, idempotency_key) do nothing""")
                    .bind("id", id)
                    .bind("station", station)
                    .bind("command", command.command())
                    .bind("arguments", command.argumentsOrNone())
                    .bind("operator", operator)
                    .bind("now", utc(now))
                    .bind("expires", utc(command.expiry(now)))
                    .bind("key", key)
                    .execute();
            return handle.createQuery("""
                            select * from command
                            where id = :id or issued_by = :operator and idempotency_key = :key""")
                    .bind("id", id)
                    .bind("operator", operator)
                    .bind("key", key)
                    .map((row, context) -> command(row, now))
                    .one();
        });
    }

    Optional<Command> find(String station, UUID id) {
        Instant now = clock.instant();
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from command where id = :id and station = :station")
                        .bind("id", id)
                        .bind("station", station)
                        .map((row, context) -> command(row, now))
                        .findOne());
    }

    /** Those of a station, newest first; {@code before} is the last one that was seen, or null. */
    List<Command> list(String station, UUID before, int limit) {
        Instant now = clock.instant();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from command where station = :station and (:before::uuid is null or id < :before)
                        order by id desc limit :limit""")
                .bind("station", station)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> command(row, now))
                .list());
    }

    /** The oldest command of each station that is to be delivered; nobody else gets it for half a minute. */
    public List<Delivery> claim(Collection<String> stations) {
        Instant now = clock.instant();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update command c set claimed_until = :until, attempts = attempts + 1
                        from unnest(:stations) as s (station), lateral (
                            select id from command
                            where station = s.station and delivered_at is null and expires_at > :now
                                and (claimed_until is null or claimed_until <= :now)
                            order by id limit 1 for update skip locked) as next
                        where c.id = next.id
                        returning c.*""")
                .bind("stations", stations.toArray(String[]::new))
                .bind("now", utc(now))
                .bind("until", utc(now.plus(CLAIM)))
                .map((row, context) -> delivery(row))
                .list());
    }

    /** The logger has acknowledged it. */
    public void delivered(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update command set delivered_at = coalesce(delivered_at, :now) where id = :id")
                .bind("id", id)
                .bind("now", utc(clock.instant()))
                .execute());
    }

    /** The logger was not reached after all: whoever reaches it next may say it. */
    public void release(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("update command set claimed_until = null where id = :id")
                .bind("id", id)
                .execute());
    }

    /**
     * Keeps what came of a command. An answer that is sent again changes nothing.
     *
     * @return whether it is an answer to a command of the station that has no other one
     */
    public boolean answered(String station, UUID id, byte[] result) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update command set result = :result, answered_at = coalesce(answered_at, :now),
                            delivered_at = coalesce(delivered_at, :now)
                        where id = :id and station = :station and (result is null or result = :result)""")
                        .bind("id", id)
                        .bind("station", station)
                        .bind("result", result)
                        .bind("now", utc(clock.instant()))
                        .execute()
                > 0);
    }

    private Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("station"),
                row.getString("command"),
                tree(row.getString("arguments")),
                instant(row, "issued_at"),
                instant(row, "expires_at"));
    }

    private Command command(ResultSet row, Instant now) throws SQLException {
        Instant delivered = instant(row, "delivered_at");
        Instant answered = instant(row, "answered_at");
        Instant expires = instant(row, "expires_at");
        return new Command(
                row.getObject("id", UUID.class),
                row.getString("station"),
                row.getString("command"),
                tree(row.getString("arguments")),
                CommandState.of(delivered, answered, expires, now),
                row.getString("issued_by"),
                instant(row, "issued_at"),
                expires,
                row.getInt("attempts"),
                delivered,
                answered,
                result(row.getBytes("result")));
    }

    /** JSON as it is; anything else as the text that it may be. */
    private JsonNode result(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            JsonNode tree = json.readTree(bytes);
            return tree.isMissingNode() ? TextNode.valueOf("") : tree;
        } catch (IOException e) {
            return TextNode.valueOf(Text.storable(new String(bytes, StandardCharsets.UTF_8), LONGEST_RESULT));
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
