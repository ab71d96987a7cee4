package vn.quantrac.compliance.exceedance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.compliance.database.Messages;
import vn.quantrac.compliance.mean.Means;
import vn.quantrac.compliance.mean.Series;
import vn.quantrac.compliance.mean.SeriesArrays;
import vn.quantrac.compliance.question.Place;
import vn.quantrac.compliance.standard.AppliedLimits;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;
import vn.quantrac.feeds.verdicts.Exceedance;
import vn.quantrac.feeds.verdicts.Mean;

/** The exceedance episodes as they were last said. */
@ApplicationScoped
public class Exceedances {
    private final Means means;
    private final AppliedLimits limits;
    private final Jdbi jdbi;
    private final Messages messages;

    Exceedances(Jdbi jdbi, Means means, AppliedLimits limits, Messages messages, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.means = means;
        this.limits = limits;
        this.messages = messages;
        Gauge.builder("compliance.exceedances.open", this, Exceedances::open)
                .description("Episodes that last")
                .register(metrics);
    }

    /**
     * Derives episodes anew and returns what is to be said of them.
     *
     * @param touched the series with the start of the earliest interval whose mean or limit has changed
     */
    public List<Exceedance> judge(Handle handle, Map<Series, Instant> touched) {
        Map<Long, List<AppliedLimit>> applied = limits.of(
                handle,
                touched.keySet().stream().map(Series::datastream).distinct().toList());
        Map<Series, Instant> starts = starts(handle, touched);
        Map<Series, Map<String, Exceedance>> said = said(handle, starts);
        starts.keySet()
                .removeIf(series -> !said.containsKey(series)
                        && applied.getOrDefault(series.datastream(), List.of()).stream()
                                .noneMatch(limit -> limit.averaging() == series.averaging()));
        Map<Series, List<Mean>> judged = means.since(handle, starts);
        List<Exceedance> changes = new ArrayList<>();
        starts.keySet()
                .forEach(series -> changes.addAll(changes(
                        Episodes.of(
                                judged.getOrDefault(series, List.of()),
                                applied.getOrDefault(series.datastream(), List.of())),
                        said.getOrDefault(series, Map.of()))));
        store(handle, changes);
        return changes;
    }

    private static List<Exceedance> changes(List<Exceedance> episodes, Map<String, Exceedance> said) {
        List<Exceedance> changes = new ArrayList<>();
        Map<String, Exceedance> gone = new LinkedHashMap<>(said);
        for (Exceedance episode : episodes) {
            Exceedance before = gone.remove(episode.id());
            if (before == null) {
                changes.add(episode);
            } else if (!episode.as(before.revision(), false).equals(before)) {
                changes.add(episode.as(before.revision() + 1, false));
            }
        }
        gone.values().stream()
                .filter(before -> !before.withdrawn())
                .forEach(before -> changes.add(before.as(before.revision() + 1, true)));
        return changes;
    }

    /** An episode that reaches into the touched time is derived from its beginning. */
    private static Map<Series, Instant> starts(Handle handle, Map<Series, Instant> touched) {
        Map<Series, Instant> starts = new LinkedHashMap<>(touched);
        SeriesArrays series = SeriesArrays.of(touched);
        handle.createQuery("""
                        select datastream, exceedance.averaging as averaging, min(opened_at) as opened
                        from unnest(:ids, :averagings, :touched) as series (id, averaging, touched)
                            join exceedance on datastream = series.id and exceedance.averaging = series.averaging
                        where not withdrawn and opened_at < touched and (closed_at is null or closed_at >= touched)
                        group by datastream, exceedance.averaging""")
                .bindArray("ids", Long.class, series.ids())
                .bindArray("averagings", String.class, series.averagings())
                .bindArray("touched", Instant.class, series.instants())
                .map((row, context) -> Map.entry(
                        new Series(row.getLong("datastream"), Averaging.of(row.getString("averaging"))),
                        row.getTimestamp("opened").toInstant()))
                .forEach(entry -> starts.put(entry.getKey(), entry.getValue()));
        return starts;
    }

    private Map<Series, Map<String, Exceedance>> said(Handle handle, Map<Series, Instant> starts) {
        Map<Series, Map<String, Exceedance>> said = new HashMap<>();
        SeriesArrays series = SeriesArrays.of(starts);
        handle.createQuery("""
                        select data::text from unnest(:ids, :averagings, :starts) as series (id, averaging, start)
                            join exceedance on datastream = series.id and exceedance.averaging = series.averaging
                                and opened_at >= start
                        order by opened_at""")
                .bindArray("ids", Long.class, series.ids())
                .bindArray("averagings", String.class, series.averagings())
                .bindArray("starts", Instant.class, series.instants())
                .mapTo(String.class)
                .map(this::read)
                .forEach(episode -> said.computeIfAbsent(
                                new Series(episode.datastream(), episode.averaging()), key -> new LinkedHashMap<>())
                        .put(episode.id(), episode));
        return said;
    }

    /** Episodes that pass a filter, newest first. */
    List<Exceedance> read(ExceedanceFilter filter, Place after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select data::text from exceedance where station = any(:stations)
                            and (cast(:open as boolean) is null or :open = (closed_at is null and not withdrawn))
                            and opened_at <= :to and coalesce(closed_at, 'infinity') >= :from
                            and (:start or (opened_at, id) < (:opened, :id))
                        order by opened_at desc, id desc limit :limit""")
                .bindArray("stations", String.class, filter.stations().toArray())
                .bind("open", filter.open())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("start", after.isStart())
                .bind("opened", after.time())
                .bind("id", after.key())
                .bind("limit", limit)
                .mapTo(String.class)
                .map(this::read)
                .list());
    }

    private long open() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from exceedance where closed_at is null and not withdrawn")
                .mapTo(Long.class)
                .one());
    }

    private void store(Handle handle, List<Exceedance> episodes) {
        handle.createUpdate("""
                        insert into exceedance (id, datastream, station, averaging, opened_at, closed_at, withdrawn, data)
                        select data ->> 'id', (data ->> 'datastream')::bigint, data ->> 'station', data ->> 'averaging',
                            (data ->> 'openedAt')::timestamptz, (data ->> 'closedAt')::timestamptz,
                            (data ->> 'withdrawn')::boolean, data
                        from jsonb_array_elements(cast(:episodes as jsonb)) as data
                        on conflict (id) do update set closed_at = excluded.closed_at,
                            withdrawn = excluded.withdrawn, data = excluded.data""").bind("episodes", messages.write(episodes)).execute();
    }

    private Exceedance read(String data) {
        return messages.read(data, Exceedance.class);
    }
}
