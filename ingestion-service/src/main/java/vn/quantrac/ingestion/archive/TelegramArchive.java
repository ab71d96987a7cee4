package vn.quantrac.ingestion.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What loggers sent, as it was sent. */
@ApplicationScoped
class TelegramArchive {
    private static final String FIND = """
            select id, station, door, name, length(content) as length, encode(sha256, 'hex') as sha256, received_at,
                accepted, revised, duplicate, quarantined
            from telegram where id = :id""";

    private final Jdbi jdbi;

    TelegramArchive(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<ArchivedTelegram> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("id", id)
                .map((row, context) -> telegram(row))
                .findOne());
    }

    /** The bytes as they were sent. */
    byte[] content(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select content from telegram where id = :id")
                .bind("id", id)
                .map((row, context) -> row.getBytes("content"))
                .one());
    }

    private static ArchivedTelegram telegram(ResultSet row) throws SQLException {
        return new ArchivedTelegram(
                row.getObject("id", UUID.class),
                row.getString("station"),
                row.getString("door"),
                row.getString("name"),
                row.getInt("length"),
                row.getString("sha256"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("accepted"),
                row.getInt("revised"),
                row.getInt("duplicate"),
                row.getInt("quarantined"));
    }
}
