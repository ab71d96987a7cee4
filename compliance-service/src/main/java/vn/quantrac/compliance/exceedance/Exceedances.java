package vn.quantrac.compliance.exceedance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.compliance.mean.Means;
import vn.quantrac.compliance.standard.AppliedLimits;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;
import vn.quantrac.feeds.verdicts.Exceedance;

/** The exceedance episodes as they were last said. */
@ApplicationScoped
public class Exceedances {
    private final Means means;
    private final AppliedLimits limits;
    private final Jdbi jdbi;
    private final ObjectMapper json;

    Exceedances(Jdbi jdbi, Means means, AppliedLimits limits, ObjectMapper json, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.means = means;
        this.limits = limits;
        this.json = json;
        Gauge.builder("compliance.exceedances.open", this, Exceedances::open)
                .description("Episodes that last")
                .register(metrics);
    }

    /** Derives the episodes anew from an instant on and returns what is to be said of them. */
    public List<Exceedance> judge(Handle handle, long datastream, Averaging averaging, Instant from) {
        String name = averaging.code();
        List<AppliedLimit> applied = limits.of(handle, datastream);
        Instant start = startOfTouched(handle, datastream, name, from);
        Map<String, Exceedance> said = said(handle, datastream, name, start);
        if (said.isEmpty() && applied.stream().noneMatch(limit -> limit.averaging() == averaging)) {
            return List.of();
        }
        List<Exceedance> changes = new ArrayList<>();
        for (Exceedance episode : Episodes.of(means.since(handle, datastream, averaging, start), applied)) {
            Exceedance before = said.remove(episode.id());
            if (before == null) {
                changes.add(episode);
            } else if (!revision(episode, before.revision(), false).equals(before)) {
                changes.add(revision(episode, before.revision() + 1, false));
            }
        }
        said.values().stream()
                .filter(before -> !before.withdrawn())
                .forEach(before -> changes.add(revision(before, before.revision() + 1, true)));
        changes.forEach(episode -> store(handle, name, episode));
        return changes;
    }

    /** An episode that reaches into the touched time is derived from its beginning. */
    private static Instant startOfTouched(Handle handle, long datastream, String averaging, Instant from) {
        return handle.createQuery("select min(opened_at) from exceedance where datastream = :id"
                        + " and averaging = :averaging and not withdrawn and opened_at < :from"
                        + " and (closed_at is null or closed_at >= :from)")
                .bind("id", datastream)
                .bind("averaging", averaging)
                .bind("from", from)
                .mapTo(Instant.class)
                .findOne()
                .orElse(from);
    }

    private Map<String, Exceedance> said(Handle handle, long datastream, String averaging, Instant start) {
        Map<String, Exceedance> said = new LinkedHashMap<>();
        handle.createQuery("select data::text from exceedance where datastream = :id and averaging = :averaging"
                        + " and opened_at >= :start order by opened_at")
                .bind("id", datastream)
                .bind("averaging", averaging)
                .bind("start", start)
                .mapTo(String.class)
                .map(this::read)
                .forEach(episode -> said.put(episode.id(), episode));
        return said;
    }

    /**
     * Episodes of stations that lasted at some time of a period, newest first.
     *
     * @param after id of the last one already seen, or empty
     */
    List<Exceedance> during(
            List<String> stations, boolean onlyOpen, Instant from, Instant to, String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select data::text from exceedance where station = any(:stations)
                            and (not :open or closed_at is null and not withdrawn)
                            and opened_at <= :to and coalesce(closed_at, 'infinity') >= :from
                            and (:after = ''
                                or (opened_at, id) < (select opened_at, id from exceedance where id = :after))
                        order by opened_at desc, id desc limit :limit""")
                .bindArray("stations", String.class, stations.toArray())
                .bind("open", onlyOpen)
                .bind("from", from)
                .bind("to", to)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .map(this::read)
                .list());
    }

    long open() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from exceedance where closed_at is null and not withdrawn")
                .mapTo(Long.class)
                .one());
    }

    private void store(Handle handle, String averaging, Exceedance episode) {
        handle.createUpdate("""
                        insert into exceedance (id, datastream, station, averaging, opened_at, closed_at, withdrawn, data)
                        values (:id, :datastream, :station, :averaging, :opened, :closed, :withdrawn, :data::jsonb)
                        on conflict (id) do update set closed_at = excluded.closed_at,
                            withdrawn = excluded.withdrawn, data = excluded.data""")
                .bind("id", episode.id())
                .bind("datastream", episode.datastream())
                .bind("station", episode.station())
                .bind("averaging", averaging)
                .bind("opened", episode.openedAt())
                .bind("closed", episode.closedAt())
                .bind("withdrawn", episode.withdrawn())
                .bind("data", write(episode))
                .execute();
    }

    private static Exceedance revision(Exceedance of, int revision, boolean withdrawn) {
        return new Exceedance(
                of.id(),
                of.datastream(),
                of.station(),
                of.parameter(),
                of.standard(),
                of.averaging(),
                of.min(),
                of.max(),
                of.unit(),
                of.openedAt(),
                of.lastAt(),
                of.closedAt(),
                of.intervals(),
                of.peak(),
                of.peakRatio(),
                revision,
                withdrawn);
    }

    private Exceedance read(String data) {
        try {
            return json.readValue(data, Exceedance.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Exceedance episode) {
        try {
            return json.writeValueAsString(episode);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
