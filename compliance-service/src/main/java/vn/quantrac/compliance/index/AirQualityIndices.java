package vn.quantrac.compliance.index;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.compliance.database.Messages;
import vn.quantrac.compliance.mean.Means;
import vn.quantrac.compliance.question.Place;
import vn.quantrac.feeds.verdicts.AirQualityIndex;
import vn.quantrac.feeds.verdicts.Averaging;
import vn.quantrac.feeds.verdicts.Mean;

/** The indices of ambient stations as they were last said. */
@ApplicationScoped
public class AirQualityIndices {
    /** How long after its end an hour still counts in a Nowcast. */
    private static final Duration REACH = Duration.ofHours(Nowcast.HOURS - 1);

    private final Jdbi jdbi;
    private final Means means;
    private final Messages messages;
    private volatile HourlyAqi formula;

    AirQualityIndices(Jdbi jdbi, Means means, Messages messages) {
        this.jdbi = jdbi;
        this.means = means;
        this.messages = messages;
    }

    /**
     * Computes anew what changed hours reach, eleven hours on, and returns what is to be said.
     *
     * @param changed hours by station
     * @param air the stations that have an index
     */
    public List<AirQualityIndex> judge(
            Handle handle, Map<String, ? extends Set<Instant>> changed, Map<String, AirStation> air) {
        List<AirQualityIndex> changes = new ArrayList<>();
        changed.forEach((station, hours) -> {
            if (air.containsKey(station)) {
                changes.addAll(judge(handle, station, new TreeSet<>(hours), air.get(station)));
            }
        });
        store(handle, changes);
        return changes;
    }

    /** Computes all indices of stations anew, after the registry said something else of them. */
    public List<AirQualityIndex> judgeAll(Handle handle, Collection<String> stations, Map<String, AirStation> air) {
        List<AirQualityIndex> changes = new ArrayList<>();
        for (String station : stations) {
            if (air.containsKey(station)) {
                TreeSet<Instant> hours = new TreeSet<>(means.hoursOfStation(handle, station));
                if (!hours.isEmpty()) {
                    changes.addAll(judge(handle, station, hours, air.get(station)));
                }
            } else {
                said(handle, station, Instant.EPOCH, null).forEach((hour, said) -> revised(none(station, hour), said)
                        .ifPresent(changes::add));
            }
        }
        store(handle, changes);
        return changes;
    }

    private List<AirQualityIndex> judge(Handle handle, String station, TreeSet<Instant> changed, AirStation air) {
        Instant first = changed.first().minus(REACH);
        Instant last = changed.last().plus(REACH);
        Map<String, Map<Instant, BigDecimal>> valid = new HashMap<>();
        TreeSet<Instant> measured = new TreeSet<>();
        for (Mean mean : means.hoursOfStation(handle, station, first.minusMillis(1), last)) {
            measured.add(mean.end());
            BigDecimal factor = air.factors().get(mean.parameter());
            if (mean.valid() && factor != null) {
                valid.computeIfAbsent(mean.parameter(), parameter -> new HashMap<>())
                        .put(mean.end(), mean.value().multiply(factor));
            }
        }
        Map<Instant, AirQualityIndex> said = said(handle, station, changed.first(), last);
        HourlyAqi aqi = formula(handle);
        List<AirQualityIndex> changes = new ArrayList<>();
        for (Instant hour : measured) {
            if (isReached(hour, changed)) {
                AirQualityIndex index = air.watchesAir(hour) ? aqi.of(station, hour, valid) : none(station, hour);
                revised(index, said.get(hour)).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static boolean isReached(Instant hour, TreeSet<Instant> changed) {
        Instant last = changed.floor(hour);
        return last != null && !last.plus(REACH).isBefore(hour);
    }

    private static AirQualityIndex none(String station, Instant hour) {
        return new AirQualityIndex(station, Averaging.HOUR, hour, null, null, Map.of(), 0);
    }

    /** What is to be said; an index that cannot be computed is said only where there was one before. */
    private static Optional<AirQualityIndex> revised(AirQualityIndex index, AirQualityIndex said) {
        if (said == null) {
            return Optional.of(index).filter(first -> first.value() != null);
        }
        return revision(index, said.revision()).equals(said)
                ? Optional.empty()
                : Optional.of(revision(index, said.revision() + 1));
    }

    private static AirQualityIndex revision(AirQualityIndex of, int revision) {
        return new AirQualityIndex(
                of.station(), of.averaging(), of.end(), of.value(), of.dominant(), of.indices(), revision);
    }

    /** @param to null for all */
    private Map<Instant, AirQualityIndex> said(Handle handle, String station, Instant from, Instant to) {
        Map<Instant, AirQualityIndex> said = new HashMap<>();
        handle.createQuery("select data::text from air_quality_index where station = :station and averaging = '1h'"
                        + " and ends >= :from and ends <= coalesce(cast(:to as timestamptz), 'infinity')")
                .bind("station", station)
                .bind("from", from)
                .bind("to", to)
                .mapTo(String.class)
                .map(this::read)
                .forEach(index -> said.put(index.end(), index));
        return said;
    }

    /** Indices of stations whose hour ends in a period, station by station in order of time. */
    List<AirQualityIndex> during(List<String> stations, Instant from, Instant to, Place after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select data::text from air_quality_index where station = any(:stations) and averaging = '1h'
                            and ends between :from and :to and (station, ends) > (:station, :end)
                        order by station, ends limit :limit""")
                .bindArray("stations", String.class, stations.toArray())
                .bind("from", from)
                .bind("to", to)
                .bind("station", after.key())
                .bind("end", after.time())
                .bind("limit", limit)
                .mapTo(String.class)
                .map(this::read)
                .list());
    }

    private void store(Handle handle, List<AirQualityIndex> indices) {
        handle.createUpdate("""
                        insert into air_quality_index (station, averaging, ends, data)
                        select data ->> 'station', data ->> 'averaging', (data ->> 'end')::timestamptz, data
                        from jsonb_array_elements(cast(:indices as jsonb)) as data
                        on conflict (station, averaging, ends) do update set data = excluded.data""").bind("indices", messages.write(indices)).execute();
    }

    /** Read once: only a migration, and so a new process, changes the breakpoints. */
    private HourlyAqi formula(Handle handle) {
        HourlyAqi known = formula;
        if (known == null) {
            Map<String, List<AqiTable.Breakpoint>> breakpoints = new HashMap<>();
            handle.createQuery("select * from aqi_breakpoint where averaging = '24h'"
                            + " or (averaging = '1h' and parameter not like 'PM%') order by parameter, index")
                    .map((row, context) -> Map.entry(
                            row.getString("parameter"),
                            new AqiTable.Breakpoint(row.getInt("index"), row.getBigDecimal("concentration"))))
                    .forEach(entry -> breakpoints
                            .computeIfAbsent(entry.getKey(), parameter -> new ArrayList<>())
                            .add(entry.getValue()));
            Map<String, AqiTable> tables = new HashMap<>();
            breakpoints.forEach((parameter, rows) -> tables.put(parameter, new AqiTable(rows)));
            known = new HourlyAqi(tables);
            formula = known;
        }
        return known;
    }

    private AirQualityIndex read(String data) {
        return messages.read(data, AirQualityIndex.class);
    }
}
