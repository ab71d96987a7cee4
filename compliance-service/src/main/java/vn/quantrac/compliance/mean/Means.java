package vn.quantrac.compliance.mean;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.compliance.database.Messages;
import vn.quantrac.compliance.question.Place;
import vn.quantrac.compliance.registry.JudgedDatastream;
import vn.quantrac.feeds.verdicts.Averaging;
import vn.quantrac.feeds.verdicts.Mean;

/** Hourly and daily means: what of status 00 was measured, divided by how often; nothing else enters. */
@ApplicationScoped
public class Means {
    /** Decimals kept of a mean; more than any instrument resolves, so that comparing is as good as unrounded. */
    private static final int SCALE = 10;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOURS_OF_DAY = 24;

    private final Jdbi jdbi;
    private final RegulatoryTime times;
    private final Messages messages;

    Means(Jdbi jdbi, RegulatoryTime times, Messages messages) {
        this.jdbi = jdbi;
        this.times = times;
        this.messages = messages;
    }

    static BigDecimal mean(BigDecimal sum, int count) {
        if (count == 0) {
            return null;
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(count), SCALE, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return mean.scale() < 0 ? mean.setScale(0) : mean;
    }

    /** Judges hours of datastreams anew and returns those whose mean is new or another than before. */
    public List<Mean> judgeHours(
            Handle handle, Map<Long, Set<Instant>> hours, Map<Long, JudgedDatastream> datastreams) {
        List<Long> ids = new ArrayList<>();
        List<Instant> ends = new ArrayList<>();
        hours.forEach((id, all) -> all.forEach(end -> {
            ids.add(id);
            ends.add(end);
        }));
        BigDecimal least = rule(handle, "min_completeness_hour");
        List<Mean> judged = handle.createQuery("""
                        select hour.id, hour.ends, min(station) as station, min(parameter) as parameter,
                            sum(value) filter (where status = '00') as sum,
                            count(value) filter (where status = '00') as count
                        from unnest(:ids, :ends) as hour (id, ends)
                            join reading on datastream = hour.id
                                and time > hour.ends - interval '1 hour' and time <= hour.ends
                        group by hour.id, hour.ends""")
                .bindArray("ids", Long.class, ids.toArray())
                .bindArray("ends", Instant.class, ends.toArray())
                .map((row, context) -> hour(row, least, datastreams))
                .list();
        return store(handle, judged);
    }

    private static Mean hour(ResultSet row, BigDecimal least, Map<Long, JudgedDatastream> datastreams)
            throws SQLException {
        long id = row.getLong("id");
        Instant end = row.getTimestamp("ends").toInstant();
        int count = row.getInt("count");
        JudgedDatastream known = datastreams.get(id);
        int expected = JudgedDatastream.expectedPerHour(known, end.minusMillis(1));
        return new Mean(
                id,
                row.getString("station"),
                row.getString("parameter"),
                Averaging.HOUR,
                end.minus(HOUR),
                end,
                mean(row.getBigDecimal("sum"), count),
                count,
                expected,
                enough(count, expected, least),
                0);
    }

    /** Judges days anew from the valid hours in them and returns those whose mean is new or another than before. */
    public List<Mean> judgeDays(Handle handle, Map<Long, Set<Instant>> days) {
        List<Long> ids = new ArrayList<>();
        List<Instant> starts = new ArrayList<>();
        List<Instant> ends = new ArrayList<>();
        days.forEach((id, all) -> all.forEach(end -> {
            ids.add(id);
            starts.add(times.startOfDay(end));
            ends.add(end);
        }));
        BigDecimal least = rule(handle, "min_completeness_day");
        List<Mean> judged = handle.createQuery("""
                        select day.id, day.starts, day.ends, min(station) as station, min(parameter) as parameter,
                            sum(value) filter (where valid) as sum, count(*) filter (where valid) as count
                        from unnest(:ids, :starts, :ends) as day (id, starts, ends)
                            join mean on datastream = day.id and averaging = '1h'
                                and mean.ends > day.starts and mean.ends <= day.ends
                        group by day.id, day.starts, day.ends""")
                .bindArray("ids", Long.class, ids.toArray())
                .bindArray("starts", Instant.class, starts.toArray())
                .bindArray("ends", Instant.class, ends.toArray())
                .map((row, context) -> day(row, least))
                .list();
        return store(handle, judged);
    }

    private static Mean day(ResultSet row, BigDecimal least) throws SQLException {
        int count = row.getInt("count");
        return new Mean(
                row.getLong("id"),
                row.getString("station"),
                row.getString("parameter"),
                Averaging.DAY,
                row.getTimestamp("starts").toInstant(),
                row.getTimestamp("ends").toInstant(),
                mean(row.getBigDecimal("sum"), count),
                count,
                HOURS_OF_DAY,
                enough(count, HOURS_OF_DAY, least),
                0);
    }

    static boolean enough(int count, int expected, BigDecimal least) {
        return BigDecimal.valueOf(count).compareTo(least.multiply(BigDecimal.valueOf(expected))) >= 0;
    }

    /** The judged hours whose expected count is not what the registry says of them, by datastream. */
    public Map<Long, Set<Instant>> expectedOtherwise(Handle handle, Collection<JudgedDatastream> datastreams) {
        Map<Long, JudgedDatastream> known = new HashMap<>();
        datastreams.forEach(datastream -> known.put(datastream.id(), datastream));
        Map<Long, Set<Instant>> hours = new HashMap<>();
        handle.createQuery("select * from mean where datastream = any(:ids) and averaging = '1h'")
                .bindArray("ids", Long.class, known.keySet().toArray())
                .map((row, context) -> of(row))
                .forEach(mean -> {
                    Instant last = mean.end().minusMillis(1);
                    if (mean.expected() != JudgedDatastream.expectedPerHour(known.get(mean.datastream()), last)) {
                        hours.computeIfAbsent(mean.datastream(), id -> new TreeSet<>())
                                .add(mean.end());
                    }
                });
        return hours;
    }

    /** The means of each series from the start of an interval on, in order of time. */
    public Map<Series, List<Mean>> since(Handle handle, Map<Series, Instant> starts) {
        Map<Series, List<Mean>> means = new HashMap<>();
        SeriesArrays series = SeriesArrays.of(starts);
        handle.createQuery("""
                        select mean.* from unnest(:ids, :averagings, :starts) as series (id, averaging, start)
                            join mean on datastream = series.id and mean.averaging = series.averaging
                                and ends > series.start and starts >= series.start
                        order by datastream, mean.averaging, ends""")
                .bindArray("ids", Long.class, series.ids())
                .bindArray("averagings", String.class, series.averagings())
                .bindArray("starts", Instant.class, series.instants())
                .map((row, context) -> of(row))
                .forEach(mean -> means.computeIfAbsent(Series.of(mean), key -> new ArrayList<>())
                        .add(mean));
        return means;
    }

    /** The hourly means of a station after one instant, up to and with another, valid or not. */
    public List<Mean> hoursOfStation(Handle handle, String station, Instant after, Instant to) {
        return handle.createQuery("select * from mean where station = :station and averaging = '1h'"
                        + " and ends > :after and ends <= :to order by ends")
                .bind("station", station)
                .bind("after", after)
                .bind("to", to)
                .map((row, context) -> of(row))
                .list();
    }

    /** The ends of all hours in which something of a station was judged. */
    public Set<Instant> hoursOfStation(Handle handle, String station) {
        return handle.createQuery("select distinct ends from mean where station = :station and averaging = '1h'")
                .bind("station", station)
                .mapTo(Instant.class)
                .set();
    }

    /** Means that pass a filter, datastream by datastream in order of time. */
    List<Mean> read(MeanFilter filter, Place after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from mean where station = any(:stations) and averaging = :averaging
                            and (cast(:parameter as text) is null or parameter = :parameter)
                            and ends between :from and :to and (datastream, ends) > (:datastream, :end)
                        order by datastream, ends limit :limit""")
                .bindArray("stations", String.class, filter.stations().toArray())
                .bind("averaging", filter.averaging().code())
                .bind("parameter", filter.parameter())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("datastream", after.id())
                .bind("end", after.time())
                .bind("limit", limit)
                .map((row, context) -> of(row))
                .list());
    }

    private static Mean of(ResultSet row) throws SQLException {
        return new Mean(
                row.getLong("datastream"),
                row.getString("station"),
                row.getString("parameter"),
                Averaging.of(row.getString("averaging")),
                row.getTimestamp("starts").toInstant(),
                row.getTimestamp("ends").toInstant(),
                row.getBigDecimal("value"),
                row.getInt("count"),
                row.getInt("expected"),
                row.getBoolean("valid"),
                row.getInt("revision"));
    }

    private List<Mean> store(Handle handle, List<Mean> judged) {
        if (judged.isEmpty()) {
            return List.of();
        }
        Map<List<Object>, Mean> said = said(handle, judged);
        List<Mean> changed = judged.stream()
                .map(mean -> revised(mean, said.get(key(mean))))
                .filter(mean -> mean != null)
                .toList();
        handle.createUpdate("""
                        insert into mean (datastream, averaging, ends, starts, station, parameter, value, count, expected,
                            valid, revision)
                        select datastream, averaging, "end", start, station, parameter, value, count, expected, valid,
                            revision
                        from jsonb_to_recordset(cast(:means as jsonb)) as one (datastream bigint, averaging text,
                            "end" timestamptz, start timestamptz, station text, parameter text, value numeric,
                            count integer, expected integer, valid boolean, revision integer)
                        on conflict (datastream, averaging, ends) do update set value = excluded.value,
                            count = excluded.count, expected = excluded.expected, valid = excluded.valid,
                            revision = excluded.revision""").bind("means", messages.write(changed)).execute();
        return changed;
    }

    private static Map<List<Object>, Mean> said(Handle handle, Collection<Mean> judged) {
        Map<List<Object>, Mean> said = new HashMap<>();
        Set<Instant> ends = new TreeSet<>();
        Set<Long> ids = new TreeSet<>();
        judged.forEach(mean -> {
            ends.add(mean.end());
            ids.add(mean.datastream());
        });
        handle.createQuery("select * from mean where datastream = any(:ids) and ends = any(:ends)")
                .bindArray("ids", Long.class, ids.toArray())
                .bindArray("ends", Instant.class, ends.toArray())
                .map((row, context) -> of(row))
                .forEach(mean -> said.put(key(mean), mean));
        return said;
    }

    private static List<Object> key(Mean mean) {
        return List.of(mean.datastream(), mean.averaging(), mean.end());
    }

    /** The next revision, or null when nothing else is said. */
    private static Mean revised(Mean mean, Mean said) {
        if (said == null) {
            return mean;
        }
        boolean same = said.count() == mean.count()
                && said.expected() == mean.expected()
                && said.valid() == mean.valid()
                && (said.value() == null
                        ? mean.value() == null
                        : mean.value() != null && said.value().compareTo(mean.value()) == 0);
        return same
                ? null
                : new Mean(
                        mean.datastream(),
                        mean.station(),
                        mean.parameter(),
                        mean.averaging(),
                        mean.start(),
                        mean.end(),
                        mean.value(),
                        mean.count(),
                        mean.expected(),
                        mean.valid(),
                        said.revision() + 1);
    }

    private static BigDecimal rule(Handle handle, String key) {
        return handle.createQuery("select value from judging_rule where key = :key")
                .bind("key", key)
                .mapTo(BigDecimal.class)
                .one();
    }
}
