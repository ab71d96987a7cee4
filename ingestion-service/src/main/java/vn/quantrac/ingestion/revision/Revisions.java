package vn.quantrac.ingestion.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.query.Period;

/** Every revision of a parameter's readings at a station. */
@ApplicationScoped
class Revisions {
    private static final String PAGE = """
            select r.datastream, r.time, r.revision, r.value, r.unit, r.status, r.flags, r.received_at, r.telegram,
                r.adjustment, 'adjusted' = any(r.flags) as adjusted,
                not exists (
                    select from reading later where later.datastream = r.datastream and later.time = r.time
                        and later.revision > r.revision) as current,
                exists (
                    select from approval a where a.station = :station and a.revoked_at is null
                        and a.from_time <= r.time and r.time < a.to_time and r.cursor <= a.cursor) as approved
            from datastream d join reading r on r.datastream = d.id
            where d.station = :station and d.parameter = :parameter and r.time >= :from and r.time < :to
                and r.time >= :time and (r.time, r.datastream, r.revision) > (:time, :datastream, :revision)
            order by r.time, r.datastream, r.revision limit :limit""";

    private final Jdbi jdbi;

    Revisions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those after another one, in order of time. */
    List<Revision> of(String station, String parameter, Period period, After after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("station", station)
                .bind("parameter", parameter)
                .bind("from", period.begin())
                .bind("to", period.end())
                .bind("time", after.at())
                .bind("datastream", after.datastream())
                .bind("revision", after.revision())
                .bind("limit", limit)
                .map((row, context) -> revision(row))
                .list());
    }

    private static Revision revision(ResultSet row) throws SQLException {
        return new Revision(
                row.getLong("datastream"),
                instant(row, "time"),
                row.getInt("revision"),
                row.getBigDecimal("value"),
                row.getString("unit"),
                row.getString("status"),
                List.of((String[]) row.getArray("flags").getArray()),
                instant(row, "received_at"),
                row.getObject("telegram", UUID.class),
                row.getObject("adjustment", UUID.class),
                row.getBoolean("adjusted") ? "adjusted" : "original",
                row.getBoolean("current"),
                row.getBoolean("approved"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
