package vn.quantrac.compliance.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.compliance.mean.Means;
import vn.quantrac.feeds.verdicts.AirQualityIndex;
import vn.quantrac.feeds.verdicts.Mean;

/** The indices of ambient stations as they were last said. */
@ApplicationScoped
public class AirQualityIndices {
    private static final Duration REACH = Duration.ofHours(Nowcast.HOURS - 1);

    private final Jdbi jdbi;
    private final Means means;
    private final ObjectMapper json;
    private volatile HourlyAqi formula;

    AirQualityIndices(Jdbi jdbi, Means means, ObjectMapper json) {
        this.jdbi = jdbi;
        this.means = means;
        this.json = json;
    }

    /** Computes anew what changed hours reach, eleven hours on, and returns what is to be said. */
    public List<AirQualityIndex> judge(Handle handle, String station, Set<Instant> changedHours) {
        TreeSet<Instant> changed = new TreeSet<>(changedHours);
        List<Mean> hours = means.hoursOfStation(
                handle,
                station,
                changed.first().minus(REACH.plusHours(1)),
                changed.last().plus(REACH));
        Map<String, Map<Instant, BigDecimal>> valid = new HashMap<>();
        Set<Instant> measured = new HashSet<>();
        for (Mean mean : hours) {
            measured.add(mean.end());
            if (mean.valid()) {
                valid.computeIfAbsent(mean.parameter(), parameter -> new HashMap<>())
                        .put(mean.end(), mean.value());
            }
        }
        List<AirQualityIndex> changes = new ArrayList<>();
        for (Instant hour : new TreeSet<>(measured)) {
            if (isReached(hour, changed)) {
                revised(handle, formula(handle).of(station, hour, valid)).ifPresent(changes::add);
            }
        }
        changes.forEach(index -> store(handle, index));
        return changes;
    }

    /**
     * Indices of stations whose hour ends in a period, station by station in order of time.
     *
     * @param after {@link #place} of the last one already seen, or empty
     */
    List<AirQualityIndex> during(List<String> stations, Instant from, Instant to, String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select data::text from air_quality_index where station = any(:stations)
                            and ends between :from and :to
                            and station || '/' || to_char(ends at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') > :after
                        order by station || '/' || to_char(ends at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                        limit :limit""")
                .bindArray("stations", String.class, stations.toArray())
                .bind("from", from)
                .bind("to", to)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .map(this::read)
                .list());
    }

    static String place(AirQualityIndex index) {
        return index.station() + "/" + index.end();
    }

    private static boolean isReached(Instant hour, TreeSet<Instant> changed) {
        Instant last = changed.floor(hour);
        return last != null && !last.plus(REACH).isBefore(hour);
    }

    private Optional<AirQualityIndex> revised(Handle handle, AirQualityIndex index) {
        AirQualityIndex said = said(handle, index);
        if (said == null) {
            return Optional.of(index).filter(first -> first.value() != null);
        }
        AirQualityIndex next = new AirQualityIndex(
                index.station(),
                index.averaging(),
                index.end(),
                index.value(),
                index.dominant(),
                index.indices(),
                said.revision());
        return next.equals(said)
                ? Optional.empty()
                : Optional.of(new AirQualityIndex(
                        next.station(),
                        next.averaging(),
                        next.end(),
                        next.value(),
                        next.dominant(),
                        next.indices(),
                        said.revision() + 1));
    }

    private AirQualityIndex said(Handle handle, AirQualityIndex index) {
        return handle.createQuery("select data::text from air_quality_index where station = :station"
                        + " and averaging = '1h' and ends = :ends")
                .bind("station", index.station())
                .bind("ends", index.end())
                .mapTo(String.class)
                .findOne()
                .map(this::read)
                .orElse(null);
    }

    private void store(Handle handle, AirQualityIndex index) {
        handle.createUpdate("""
                        insert into air_quality_index (station, averaging, ends, data)
                        values (:station, '1h', :ends, :data::jsonb)
                        on conflict (station, averaging, ends) do update set data = excluded.data""")
                .bind("station", index.station())
                .bind("ends", index.end())
                .bind("data", write(index))
                .execute();
    }

    /** Read once: only a migration, and so a new process, changes the breakpoints. */
    private HourlyAqi formula(Handle handle) {
        if (formula == null) {
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
            formula = new HourlyAqi(tables);
        }
        return formula;
    }

    private AirQualityIndex read(String data) {
        try {
            return json.readValue(data, AirQualityIndex.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(AirQualityIndex index) {
        try {
            return json.writeValueAsString(index);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
