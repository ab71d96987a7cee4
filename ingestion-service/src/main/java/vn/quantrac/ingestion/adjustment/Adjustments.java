package vn.quantrac.ingestion.adjustment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.quantrac.ingestion.query.IdempotencyKey;

/** The tables {@code adjustment} and {@code adjustment_step}. */
@ApplicationScoped
class Adjustments {
    private static final String SELECT = """
            select a.id, a.station, a.parameter, a.state, a.reason, a.explanation, a.attachments::text as attachments,
                a.change::text as change, a.readings, a.first_time, a.last_time, (
                    select json_agg(json_build_object(
                            'step', s.step, 'person', s.person, 'at', s.at, 'comment', s.comment) order by s.number)
                    from adjustment_step s where s.adjustment = a.id)::text as steps
            from adjustment a
            """;

    private static final String PAGE = SELECT + """
            where a.id > :after
                and (:station::text is null or a.station = :station)
                and (:state::text is null or a.state = :state)
                and (:stations::text[] is null or a.station = any(:stations))
            order by a.id limit :limit""";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    Adjustments(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    Optional<Adjustment> find(UUID id) {
        return jdbi.withHandle(
                handle -> one(handle.createQuery(SELECT + "where a.id = :id").bind("id", id)));
    }

    /** Holds it until the transaction ends: of two who decide at once the second sees what the first has decided. */
    Optional<Adjustment> lock(Handle transaction, UUID id) {
        transaction
                .createQuery("select id from adjustment where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne();
        return one(transaction.createQuery(SELECT + "where a.id = :id").bind("id", id));
    }

    /**
     * Those after an id, in the order in which they were proposed.
     *
     * @param station only its own; null for all
     * @param state only those in it; null for all
     * @param visible the stations the caller may see; empty for all
     */
    List<Adjustment> after(UUID after, int limit, String station, State state, Optional<List<String>> visible) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("after", after)
                .bind("limit", limit)
                .bind("station", station)
                .bind("state", state == null ? null : state.slug())
                .bind(
                        "stations",
                        visible.map(codes -> codes.toArray(String[]::new)).orElse(null))
                .map((row, context) -> adjustment(row))
                .list());
    }

    /**
     * The one that somebody has proposed under a key.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when it was another one
     */
    Optional<UUID> proposed(String person, String key, byte[] sha256) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, request_sha256 = :sha256 as same from adjustment
                        where proposed_by = :person and idempotency_key = :key""")
                .bind("sha256", sha256)
                .bind("person", person)
                .bind("key", key)
                .map((row, context) -> {
                    if (!row.getBoolean("same")) {
                        throw IdempotencyKey.reused();
                    }
                    return row.getObject("id", UUID.class);
                })
                .findOne());
    }

    /** False when the key is in use. */
    boolean insert(
            Handle transaction,
            UUID id,
            Proposal proposal,
            List<AdjustedReading> readings,
            String person,
            String key,
            byte[] sha256) {
        return transaction
                        .createUpdate("""
                        insert into adjustment (id, station, parameter, change, reason, explanation, attachments, readings,
                            first_time, last_time, state, proposed_by, idempotency_key, request_sha256)
                        values (:id, :station, :parameter, :change::jsonb, :reason, :explanation, :attachments::jsonb,
                            :readings, :first, :last, :state, :person, :key, :sha256)
                        on conflict (proposed_by, idempotency_key) do nothing""")
                        .bind("id", id)
                        .bind("station", proposal.station())
                        .bind("parameter", proposal.parameter())
                        .bind("change", text(proposal.rule()))
                        .bind("reason", proposal.reason().slug())
                        .bind("explanation", proposal.explanation())
                        .bind("attachments", text(proposal.attachments()))
                        .bind("readings", readings.size())
                        .bind("first", readings.get(0).time())
                        .bind("last", readings.get(readings.size() - 1).time())
                        .bind("state", State.PROPOSED.slug())
                        .bind("person", person)
                        .bind("key", key)
                        .bind("sha256", sha256)
                        .execute()
                == 1;
    }

    /** Writes the next step, after which an adjustment is in a state. */
    void step(Handle transaction, UUID id, State state, Step step) {
        transaction.createUpdate("""
                        insert into adjustment_step (adjustment, number, step, person, at, comment)
                        select :id, count(*) + 1, :step, :person, :at, :comment
                        from adjustment_step where adjustment = :id""").bind("id", id).bindMethods(step).execute();
        transaction
                .createUpdate("update adjustment set state = :state where id = :id")
                .bind("id", id)
                .bind("state", state.slug())
                .execute();
    }

    private Optional<Adjustment> one(Query query) {
        return query.map((row, context) -> adjustment(row)).findOne();
    }

    private Adjustment adjustment(ResultSet row) throws SQLException {
        return new Adjustment(
                row.getObject("id", UUID.class),
                row.getString("station"),
                row.getString("parameter"),
                State.of(row.getString("state")),
                AdjustmentReason.of(row.getString("reason")),
                row.getString("explanation"),
                read(row.getString("attachments"), new TypeReference<List<Attachment>>() {}),
                read(row.getString("change"), new TypeReference<Rule>() {}),
                row.getInt("readings"),
                instant(row, "first_time"),
                instant(row, "last_time"),
                null,
                read(row.getString("steps"), new TypeReference<List<Step>>() {}));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
