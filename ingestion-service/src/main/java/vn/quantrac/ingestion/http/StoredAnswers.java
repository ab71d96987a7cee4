package vn.quantrac.ingestion.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.query.IdempotencyKey;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Reason;
import vn.quantrac.ingestion.telegram.Refusal;
import vn.quantrac.ingestion.telegram.Telegram;

/** What was answered to telegrams that are committed, for those who ask again. */
@ApplicationScoped
class StoredAnswers {
    private final Jdbi jdbi;

    StoredAnswers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What was answered when the telegram of this id was committed; empty when none is.
     *
     * @throws HttpProblem 422 when it held other bytes
     */
    Optional<Outcome> to(Telegram telegram) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select sha256, accepted, revised, duplicate, quarantined from telegram where id = :id""")
                .bind("id", telegram.id())
                .map((row, context) -> {
                    if (!MessageDigest.isEqual(row.getBytes("sha256"), sha256(telegram.content()))) {
                        throw IdempotencyKey.reused();
                    }
                    return outcome(handle, telegram.id(), row);
                })
                .findOne());
    }

    private static Outcome outcome(Handle handle, UUID id, ResultSet row) throws SQLException {
        int quarantined = row.getInt("quarantined");
        return new Outcome(
                id,
                row.getInt("accepted"),
                row.getInt("revised"),
                row.getInt("duplicate"),
                quarantined,
                quarantined == 0 ? List.of() : refusals(handle, id, quarantined));
    }

    /** A replay may have added others later. */
    private static List<Refusal> refusals(Handle handle, UUID id, int first) {
        return handle.createQuery("""
                        select line, coalesce(from_byte, 0) as from_byte, coalesce(to_byte, 0) as to_byte, reason, detail
                        from quarantine where telegram = :id order by id limit :first""")
                .bind("id", id)
                .bind("first", first)
                .map((row, context) -> new Refusal(
                        row.getInt("line"),
                        row.getInt("from_byte"),
                        row.getInt("to_byte"),
                        Reason.of(row.getString("reason")),
                        row.getString("detail")))
                .list();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
