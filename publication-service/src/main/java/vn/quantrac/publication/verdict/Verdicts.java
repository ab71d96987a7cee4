package vn.quantrac.publication.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.publication.record.Place;

/** Limits, means and exceedances as they stand. */
@ApplicationScoped
public class Verdicts {
    private final Jdbi jdbi;

    Verdicts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Limits that hold at an instant, by datastream; of several averagings the shortest, being nearest to a reading. */
    public static Map<Long, Limit> limits(Handle handle, Collection<Long> datastreams, Instant at) {
        return handle.createQuery("""
                        select * from applied_limit where datastream = any(:datastreams) and not withdrawn
                            and valid_from <= :at and (valid_to is null or valid_to > :at)
                        order by averaging desc""")
                .bindArray("datastreams", Long.class, datastreams)
                .bind("at", at)
                .reduceResultSet(new HashMap<>(), (limits, row, context) -> {
                    limits.put(row.getLong("datastream"), limit(row));
                    return limits;
                });
    }

    /** Exceedances that last, and the last one that ended, of each of these stations. */
    public static List<Episode> recent(Handle handle, Collection<String> stations) {
        return handle.createQuery("""
                        select * from exceedance where station = any(:stations) and not withdrawn and closed_at is null
                        union all
                        select last.* from unnest(:stations) as watched(code), lateral (
                            select * from exceedance where station = watched.code and not withdrawn
                                and closed_at is not null order by closed_at desc limit 1) last""")
                .bindArray("stations", String.class, stations)
                .map((row, context) -> episode(row))
                .list();
    }

    /** Exceedances of a station or all, newest first; {@code after} is the last one already seen, or null. */
    public List<Episode> exceedances(
            String station, boolean onlyOpen, Instant from, Instant to, String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from exceedance where not withdrawn
                            and (cast(:station as text) is null or station = :station)
                            and (closed_at is null or not :open)
                            and opened_at <= :to and coalesce(closed_at, 'infinity') >= :from
                            and (cast(:after as text) is null
                                or (opened_at, id) < (select opened_at, id from exceedance where id = :after))
                        order by opened_at desc, id desc limit :limit""")
                .bind("station", station)
                .bind("open", onlyOpen)
                .bind("from", from)
                .bind("to", to)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> episode(row))
                .list());
    }

    public boolean isExceedance(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from exceedance where id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    /** Means of these datastreams whose label lies from one instant to another, datastream by datastream. */
    public List<PublishedMean> means(
            Collection<Long> datastreams, String averaging, Instant from, Instant to, Place after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select m.*, d.station, d.parameter from mean m join datastream d on d.id = m.datastream
                        where m.datastream = any(:datastreams) and averaging = :averaging
                            and end_at between :from and :to and (m.datastream, end_at) > (:datastream, :time)
                        order by m.datastream, end_at limit :limit""")
                .bindArray("datastreams", Long.class, datastreams)
                .bind("averaging", averaging)
                .bind("from", from)
                .bind("to", to)
                .bind("datastream", after.datastream())
                .bind("time", after.time())
                .bind("limit", limit)
                .map((row, context) -> mean(row))
                .list());
    }

    private static Limit limit(ResultSet row) throws SQLException {
        return new Limit(
                row.getString("standard"),
                row.getString("column_"),
                row.getString("averaging"),
                row.getBigDecimal("min"),
                row.getBigDecimal("max"),
                row.getString("unit"),
                row.getString("basis"),
                row.getBoolean("verified"));
    }

    private static Episode episode(ResultSet row) throws SQLException {
        Timestamp closedAt = row.getTimestamp("closed_at");
        return new Episode(
                row.getString("id"),
                row.getString("station"),
                row.getString("parameter"),
                row.getString("standard"),
                row.getString("averaging"),
                row.getBigDecimal("min"),
                row.getBigDecimal("max"),
                row.getString("unit"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                closedAt == null ? null : closedAt.toInstant(),
                row.getInt("intervals"),
                row.getBigDecimal("peak"),
                row.getBigDecimal("peak_ratio"),
                row.getInt("revision"));
    }

    private static PublishedMean mean(ResultSet row) throws SQLException {
        return new PublishedMean(
                row.getLong("datastream"),
                row.getString("station"),
                row.getString("parameter"),
                row.getString("averaging"),
                row.getTimestamp("start_at").toInstant(),
                row.getTimestamp("end_at").toInstant(),
                row.getBigDecimal("value"),
                row.getInt("count"),
                row.getInt("expected"),
                row.getBoolean("valid"),
                row.getInt("revision"));
    }
}
