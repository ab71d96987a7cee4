package vn.quantrac.ingestion.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.query.Period;

/** The table {@code approval}. */
@ApplicationScoped
class Approvals {
    /** Whatever has a cursor up to the head is committed, and is what the approving person could see. */
    private static final String INSERT = """
            insert into approval (id, station, from_time, to_time, cursor, comment, approved_by, approved_at,
                idempotency_key)
            select :id, :station, :from, :to, cursor, :comment, :person, :at, :key from feed_head
            on conflict (approved_by, idempotency_key) do nothing""";

    private static final String SELECT = "select * from approval where station = :station";

    private final Jdbi jdbi;

    Approvals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The approval that was made; the one from before when a request is repeated with its key.
     *
     * @param key null when the request has none
     */
    Approval approve(UUID id, String station, Period period, String comment, String person, Instant at, String key) {
        return jdbi.inTransaction(transaction -> {
            transaction
                    .createUpdate(INSERT)
                    .bind("id", id)
                    .bind("station", station)
                    .bind("from", period.begin())
                    .bind("to", period.end())
                    .bind("comment", comment)
                    .bind("person", person)
                    .bind("at", at)
                    .bind("key", key)
                    .execute();
            return transaction
                    .createQuery(
                            "select * from approval where id = :id or (approved_by = :person and idempotency_key = :key)")
                    .bind("id", id)
                    .bind("person", person)
                    .bind("key", key)
                    .map((row, context) -> approval(row))
                    .one();
        });
    }

    /** Those of a station after an id, in the order in which they were made. */
    List<Approval> after(String station, UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " and id > :after order by id limit :limit")
                .bind("station", station)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> approval(row))
                .list());
    }

    /** False when the station has no such approval. Revoking again changes nothing. */
    boolean revoke(String station, UUID id, String person, Instant at, String comment) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update approval set revoked_by = coalesce(revoked_by, :person),
                            revoked_at = coalesce(revoked_at, :at), revoked_because = coalesce(revoked_because, :comment)
                        where station = :station and id = :id""")
                        .bind("station", station)
                        .bind("id", id)
                        .bind("person", person)
                        .bind("at", at)
                        .bind("comment", comment)
                        .execute()
                == 1);
    }

    private static Approval approval(ResultSet row) throws SQLException {
        OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
        return new Approval(
                row.getObject("id", UUID.class),
                row.getString("station"),
                instant(row, "from_time"),
                instant(row, "to_time"),
                row.getLong("cursor"),
                row.getString("comment"),
                row.getString("approved_by"),
                instant(row, "approved_at"),
                revokedAt == null
                        ? null
                        : new Approval.Revocation(
                                row.getString("revoked_by"), revokedAt.toInstant(), row.getString("revoked_because")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
