package vn.quantrac.compliance.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.compliance.database.Messages;
import vn.quantrac.compliance.question.Place;
import vn.quantrac.compliance.registry.JudgedDatastream;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;

/** The limits that hold for each datastream, as they were last said. */
@ApplicationScoped
public class AppliedLimits {
    private final Jdbi jdbi;
    private final Standards standards;
    private final LimitResolver resolver;
    private final Messages messages;

    AppliedLimits(Jdbi jdbi, Standards standards, LimitResolver resolver, Messages messages) {
        this.jdbi = jdbi;
        this.standards = standards;
        this.resolver = resolver;
        this.messages = messages;
    }

    /** Resolves anew and returns what is to be said: new limits, changed ones and withdrawn ones. */
    public List<AppliedLimit> judge(Handle handle, Collection<JudgedDatastream> datastreams) {
        Regulations regulations = standards.regulations(handle);
        Map<String, SourcedLimit> said = new HashMap<>();
        List<Long> ids = datastreams.stream().map(JudgedDatastream::id).toList();
        sourced(handle, ids).forEach(limit -> said.put(key(limit.limit()), limit));
        List<AppliedLimit> changes = new ArrayList<>();
        List<SourcedLimit> kept = new ArrayList<>();
        for (JudgedDatastream datastream : datastreams) {
            for (SourcedLimit next : resolver.resolve(regulations, datastream)) {
                SourcedLimit before = said.remove(key(next.limit()));
                if (before == null || !before.limit().equals(next.limit())) {
                    changes.add(next.limit());
                }
                if (!next.equals(before)) {
                    kept.add(next);
                }
            }
        }
        said.values().forEach(limit -> changes.add(limit.limit().asWithdrawn()));
        store(handle, kept);
        delete(handle, said.values());
        return changes;
    }

    /** The limits of datastreams, by datastream, in order of averaging and time. */
    public Map<Long, List<AppliedLimit>> of(Handle handle, Collection<Long> datastreams) {
        Map<Long, List<AppliedLimit>> limits = new HashMap<>();
        sourced(handle, datastreams)
                .forEach(limit -> limits.computeIfAbsent(limit.limit().datastream(), id -> new ArrayList<>())
                        .add(limit.limit()));
        return limits;
    }

    private List<SourcedLimit> sourced(Handle handle, Collection<Long> datastreams) {
        return handle.createQuery("select data::text as data, source_ref from applied_limit"
                        + " where datastream = any(:ids) order by datastream, averaging, valid_from")
                .bindArray("ids", Long.class, datastreams.toArray())
                .map((row, context) -> of(row))
                .list();
    }

    /** The limits of stations that hold at an instant, by datastream and averaging. */
    List<SourcedLimit> holding(Collection<String> stations, Instant at, Place after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select data::text as data, source_ref from applied_limit
                        where station = any(:stations) and valid_from <= :at
                            and (data ->> 'validTo' is null or (data ->> 'validTo')::timestamptz > :at)
                            and (datastream || '/' || averaging, valid_from) > (:key, :from)
                        order by datastream || '/' || averaging, valid_from limit :limit""")
                .bindArray("stations", String.class, stations.toArray())
                .bind("at", at)
                .bind("key", after.key())
                .bind("from", after.time())
                .bind("limit", limit)
                .map((row, context) -> of(row))
                .list());
    }

    static Place place(SourcedLimit limit) {
        AppliedLimit applied = limit.limit();
        return new Place(applied.datastream() + "/" + applied.averaging().code(), applied.validFrom());
    }

    /** The limit that an interval is compared with: that of its last moment. */
    public static AppliedLimit at(List<AppliedLimit> limits, Averaging averaging, Instant end) {
        Instant last = end.minusMillis(1);
        return limits.stream()
                .filter(limit -> limit.averaging() == averaging
                        && !last.isBefore(limit.validFrom())
                        && (limit.validTo() == null || last.isBefore(limit.validTo())))
                .findFirst()
                .orElse(null);
    }

    public static String key(AppliedLimit limit) {
        return limit.datastream() + "/" + limit.averaging().code() + "/" + limit.validFrom();
    }

    private SourcedLimit of(ResultSet row) throws SQLException {
        return new SourcedLimit(messages.read(row.getString("data"), AppliedLimit.class), row.getString("source_ref"));
    }

    private void store(Handle handle, List<SourcedLimit> limits) {
        handle.createUpdate("""
                        insert into applied_limit (datastream, averaging, valid_from, station, data, source_ref)
                        select (data ->> 'datastream')::bigint, data ->> 'averaging',
                            (data ->> 'validFrom')::timestamptz, data ->> 'station', data - 'sourceRef',
                            data ->> 'sourceRef'
                        from jsonb_array_elements(cast(:limits as jsonb)) as data
                        on conflict (datastream, averaging, valid_from) do update
                        set data = excluded.data, source_ref = excluded.source_ref""").bind("limits", messages.write(limits)).execute();
    }

    private void delete(Handle handle, Collection<SourcedLimit> limits) {
        handle.createUpdate("""
                        delete from applied_limit using jsonb_array_elements(cast(:limits as jsonb)) as gone
                        where datastream = (gone ->> 'datastream')::bigint and averaging = gone ->> 'averaging'
                            and valid_from = (gone ->> 'validFrom')::timestamptz""").bind("limits", messages.write(limits)).execute();
    }
}
