package vn.quantrac.compliance.standard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.compliance.registry.JudgedDatastream;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;

/** The limits that hold for each datastream, as they were last said. */
@ApplicationScoped
public class AppliedLimits {
    private final Jdbi jdbi;
    private final LimitResolver resolver;
    private final ObjectMapper json;

    AppliedLimits(Jdbi jdbi, LimitResolver resolver, ObjectMapper json) {
        this.jdbi = jdbi;
        this.resolver = resolver;
        this.json = json;
    }

    /** Resolves anew and returns what is to be said: new limits, changed ones and withdrawn ones. */
    public List<AppliedLimit> judge(Handle handle, JudgedDatastream datastream) {
        Map<String, AppliedLimit> said = new HashMap<>();
        of(handle, datastream.id()).forEach(limit -> said.put(key(limit), limit));
        List<AppliedLimit> changes = new ArrayList<>();
        for (AppliedLimit limit : resolver.resolve(handle, datastream)) {
            if (!limit.equals(said.remove(key(limit)))) {
                changes.add(limit);
            }
        }
        said.values().forEach(limit -> changes.add(withdrawn(limit)));
        changes.forEach(limit -> store(handle, limit));
        return changes;
    }

    public List<AppliedLimit> of(Handle handle, long datastream) {
        return handle.createQuery(
                        "select data::text from applied_limit where datastream = :id order by averaging, valid_from")
                .bind("id", datastream)
                .mapTo(String.class)
                .map(this::read)
                .list();
    }

    /** The limits of stations that hold at an instant. */
    List<AppliedLimit> holding(List<String> stations, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select data::text from applied_limit where station = any(:stations) and valid_from <= :at"
                                + " order by station, datastream, averaging, valid_from")
                .bindArray("stations", String.class, stations.toArray())
                .bind("at", at)
                .mapTo(String.class)
                .map(this::read)
                .filter(limit -> limit.validTo() == null || at.isBefore(limit.validTo()))
                .list());
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

    private void store(Handle handle, AppliedLimit limit) {
        String averaging = limit.averaging().code();
        if (limit.withdrawn()) {
            handle.createUpdate("delete from applied_limit where datastream = :id and averaging = :averaging"
                            + " and valid_from = :from")
                    .bind("id", limit.datastream())
                    .bind("averaging", averaging)
                    .bind("from", limit.validFrom())
                    .execute();
            return;
        }
        handle.createUpdate("""
                        insert into applied_limit (datastream, averaging, valid_from, station, data)
                        values (:id, :averaging, :from, :station, :data::jsonb)
                        on conflict (datastream, averaging, valid_from) do update set data = excluded.data""")
                .bind("id", limit.datastream())
                .bind("averaging", averaging)
                .bind("from", limit.validFrom())
                .bind("station", limit.station())
                .bind("data", write(limit))
                .execute();
    }

    private static AppliedLimit withdrawn(AppliedLimit limit) {
        return new AppliedLimit(
                limit.datastream(),
                limit.station(),
                limit.parameter(),
                limit.standard(),
                limit.column(),
                limit.averaging(),
                limit.min(),
                limit.max(),
                limit.unit(),
                limit.basis(),
                limit.verified(),
                limit.validFrom(),
                limit.validTo(),
                true);
    }

    private AppliedLimit read(String data) {
        try {
            return json.readValue(data, AppliedLimit.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(AppliedLimit limit) {
        try {
            return json.writeValueAsString(limit);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
