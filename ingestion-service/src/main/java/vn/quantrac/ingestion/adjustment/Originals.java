package vn.quantrac.ingestion.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.query.Period;

/** Current readings of a parameter at a station. */
@ApplicationScoped
class Originals {
    private static final String CURRENT = """
            select * from (
                select distinct on (r.time, r.datastream) r.datastream, r.time, r.revision, r.value, r.unit, r.status,
                    r.flags, r.adjustment
                from reading r
                where r.datastream in (
                        select id from datastream where station = :station and parameter = :parameter)
                    and r.time >= :from and r.time < :to and (:times::bigint[] is null or r.time in (
                        select timestamptz 'epoch' + micros * interval '1 microsecond'
                        from unnest(:times::bigint[]) as micros))
                order by r.time, r.datastream, r.revision desc
            ) as newest
            where :status::text is null or status = :status
            limit :limit""";

    private final Jdbi jdbi;

    Originals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Those of a period; one more than the most that can be adjusted at once, if there are so many.
     *
     * @param times only those at one of them; null for all
     * @param status only those of this device status; null for all
     */
    List<Original> of(String station, String parameter, Period period, Collection<Instant> times, String status) {
        return jdbi.withHandle(handle -> handle.createQuery(CURRENT)
                .bind("station", station)
                .bind("parameter", parameter)
                .bind("from", period.begin())
                .bind("to", period.end())
                .bind("times", times == null ? null : micros(times))
                .bind("status", status)
                .bind("limit", ProposalRules.MOST_READINGS + 1)
                .map((row, context) -> original(row))
                .list());
    }

    private static Long[] micros(Collection<Instant> times) {
        return times.stream()
                .map(time -> ChronoUnit.MICROS.between(Instant.EPOCH, time))
                .toArray(Long[]::new);
    }

    private static Original original(ResultSet row) throws SQLException {
        return new Original(
                row.getLong("datastream"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getInt("revision"),
                row.getBigDecimal("value"),
                row.getString("unit"),
                row.getString("status"),
                List.of((String[]) row.getArray("flags").getArray()),
                row.getObject("adjustment", UUID.class));
    }
}
