package vn.quantrac.ingestion.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.query.Period;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Telegram;

/** What loggers sent, as it was sent. */
@ApplicationScoped
public class TelegramArchive {
    private static final String SELECT = """
            select id, station, door, sent_by, name, coalesce(content_length, length(content)) as length, encode(sha256, 'hex') as sha256,
                received_at, accepted, revised, duplicate, quarantined
            from telegram
            """;

    private static final String PAGE = SELECT + """
            where station = :station and received_at >= :from and received_at < :to
                and (:after::uuid is null
                    or (received_at, id) > (select received_at, id from telegram where id = :after))
            order by received_at, id limit :limit""";

    private static final String WITH_CONTENT = """
            select t.id, t.door, t.station, t.sent_by, t.name, t.received_at, t.content, t.pack_from,
                t.content_length, p.content as pack
            from telegram t left join telegram_pack p on p.id = t.pack
            where t.id = :id""";

    private final Jdbi jdbi;

    TelegramArchive(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<ArchivedTelegram> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, context) -> telegram(row))
                .findOne());
    }

    /**
     * Those of a station that were received within a period, oldest first.
     *
     * @param after only what comes after it; null for all
     */
    List<ArchivedTelegram> list(String station, Period period, UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("station", station)
                .bind("from", period.begin())
                .bind("to", period.end())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> telegram(row))
                .list());
    }

    /** The bytes as they were sent. */
    byte[] content(UUID id) {
        return telegram(id).content();
    }

    /** A telegram as it came in, to be read again. */
    public Telegram telegram(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(WITH_CONTENT)
                .bind("id", id)
                .map((row, context) -> new Telegram(
                        row.getObject("id", UUID.class),
                        Door.ofTag(row.getString("door")),
                        row.getString("station"),
                        row.getString("sent_by"),
                        row.getString("name"),
                        content(row),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .one());
    }

    private static byte[] content(ResultSet row) throws SQLException {
        byte[] content = row.getBytes("content");
        return content != null
                ? content
                : Pack.slice(row.getBytes("pack"), row.getInt("pack_from"), row.getInt("content_length"));
    }

    private static ArchivedTelegram telegram(ResultSet row) throws SQLException {
        return new ArchivedTelegram(
                row.getObject("id", UUID.class),
                row.getString("station"),
                row.getString("door"),
                row.getString("sent_by"),
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
