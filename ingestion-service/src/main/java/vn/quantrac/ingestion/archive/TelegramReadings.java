package vn.quantrac.ingestion.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.query.Period;
import vn.quantrac.ingestion.reading.Understanding;
import vn.quantrac.ingestion.telegram.Telegram;

/** The readings of a telegram. There is no index for them: its own times say where they are. */
@ApplicationScoped
class TelegramReadings {
    private static final String PAGE = """
            select r.cursor, d.parameter, r.datastream, r.time, r.value, r.unit, r.status, r.flags, r.revision,
                not exists (
                    select from reading later where later.datastream = r.datastream and later.time = r.time
                        and later.revision > r.revision) as current
            from datastream d join reading r on r.datastream = d.id
            where d.station = :station and r.time >= :from and r.time < :to and r.telegram = :telegram
                and r.adjustment is null and r.cursor > :after
            order by r.cursor limit :limit""";

    private final Jdbi jdbi;
    private final Understanding understanding;

    TelegramReadings(Jdbi jdbi, Understanding understanding) {
        this.jdbi = jdbi;
        this.understanding = understanding;
    }

    /** Those after a cursor, in the order of the feed. */
    List<TelegramReading> of(Telegram telegram, long after, int limit) {
        Optional<Period> times = understanding.times(telegram);
        if (times.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("station", understanding.station(telegram))
                .bind("from", times.get().begin())
                .bind("to", times.get().end())
                .bind("telegram", telegram.id())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> reading(row))
                .list());
    }

    private static TelegramReading reading(ResultSet row) throws SQLException {
        return new TelegramReading(
                row.getLong("cursor"),
                row.getString("parameter"),
                row.getLong("datastream"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getBigDecimal("value"),
                row.getString("unit"),
                row.getString("status"),
                List.of((String[]) row.getArray("flags").getArray()),
                row.getInt("revision"),
                row.getBoolean("current"));
    }
}
