package vn.quantrac.compliance.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import vn.quantrac.compliance.exceedance.Exceedances;
import vn.quantrac.compliance.index.AirQualityIndices;
import vn.quantrac.compliance.mean.Means;
import vn.quantrac.compliance.mean.RegulatoryTime;
import vn.quantrac.compliance.reading.Readings;
import vn.quantrac.compliance.registry.JudgedDatastream;
import vn.quantrac.compliance.registry.RegistryCopy;
import vn.quantrac.compliance.standard.AppliedLimits;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;
import vn.quantrac.feeds.verdicts.Mean;

/**
 * What follows from new readings and from a changed registry. An hour or day of a datastream is judged when it is over,
 * and it is over when a reading of its last moment or a later one is there: clocks play no part, so judging everything
 * anew from the feeds gives the same.
 */
@ApplicationScoped
class Judgement {
    private final Readings readings;
    private final RegistryCopy registry;
    private final Means means;
    private final RegulatoryTime times;
    private final AppliedLimits limits;
    private final Exceedances exceedances;
    private final AirQualityIndices indices;

    Judgement(
            Readings readings,
            RegistryCopy registry,
            Means means,
            RegulatoryTime times,
            AppliedLimits limits,
            Exceedances exceedances,
            AirQualityIndices indices) {
        this.readings = readings;
        this.registry = registry;
        this.means = means;
        this.times = times;
        this.limits = limits;
        this.exceedances = exceedances;
        this.indices = indices;
    }

    /** Stores readings and judges the hours and days they belong to, and those that are over because of them. */
    Verdicts ofReadings(Handle handle, List<Reading> added) {
        Set<Long> ids = new HashSet<>();
        Set<String> stations = new HashSet<>();
        added.forEach(reading -> {
            ids.add(reading.datastream());
            stations.add(reading.station());
        });
        Map<Long, Instant> newestBefore = readings.newest(handle, ids);
        readings.store(handle, added);
        Map<Long, Set<Instant>> hours = new HashMap<>();
        added.forEach(reading -> add(hours, reading.datastream(), times.hourOf(reading.time())));
        // The hour that was under way may be over now, without a reading of its own in this batch.
        newestBefore.forEach((id, newest) -> add(hours, id, times.hourOf(newest)));

        Verdicts verdicts = new Verdicts();
        judge(handle, hours, newestBefore, registry.ofStations(handle, stations), verdicts);
        return verdicts;
    }

    /** Stores registry entries and judges anew whatever depends on them. */
    Verdicts ofRegistry(Handle handle, List<FeedEvent> events) {
        Verdicts verdicts = new Verdicts();
        Collection<JudgedDatastream> touched = registry.store(handle, events);
        Map<Long, Set<Instant>> hours = new LinkedHashMap<>();
        Map<Long, JudgedDatastream> known = new HashMap<>();
        for (JudgedDatastream datastream : touched) {
            known.put(datastream.id(), datastream);
            readings.hours(handle, datastream.id()).forEach(hour -> add(hours, datastream.id(), hour));
        }
        for (JudgedDatastream datastream : touched) {
            List<AppliedLimit> changed = limits.judge(handle, datastream);
            verdicts.limits(changed);
            if (!changed.isEmpty()) {
                for (Averaging averaging : Averaging.values()) {
                    verdicts.exceedances(exceedances.judge(handle, datastream.id(), averaging, Instant.EPOCH));
                }
            }
        }
        if (!hours.isEmpty()) {
            judge(handle, hours, Map.of(), known, verdicts);
        }
        return verdicts;
    }

    private void judge(
            Handle handle,
            Map<Long, Set<Instant>> hours,
            Map<Long, Instant> newestBefore,
            Map<Long, JudgedDatastream> known,
            Verdicts verdicts) {
        Map<Long, Instant> newest = readings.newest(handle, hours.keySet());
        List<Mean> changedHours = means.judgeHours(handle, over(hours, newest), known);
        Map<Long, Set<Instant>> days = new HashMap<>();
        changedHours.forEach(hour -> add(days, hour.datastream(), times.dayOf(hour.end())));
        newestBefore.forEach((id, before) -> add(days, id, times.dayOf(before)));
        List<Mean> changedDays = means.judgeDays(handle, over(days, newest));
        verdicts.means(changedHours);
        verdicts.means(changedDays);

        List<Mean> changed = new ArrayList<>(changedHours);
        changed.addAll(changedDays);
        earliest(changed)
                .forEach((series, start) -> verdicts.exceedances(
                        exceedances.judge(handle, series.datastream(), series.averaging(), start)));
        hoursOfAmbientStations(changedHours, known)
                .forEach((station, ends) -> verdicts.indices(indices.judge(handle, station, ends)));
    }

    private static Map<Long, Set<Instant>> over(Map<Long, Set<Instant>> intervals, Map<Long, Instant> newest) {
        Map<Long, Set<Instant>> over = new LinkedHashMap<>();
        intervals.forEach((id, ends) -> ends.stream()
                .filter(end -> !end.isAfter(newest.getOrDefault(id, Instant.MIN)))
                .forEach(end -> add(over, id, end)));
        return over;
    }

    private record Series(long datastream, Averaging averaging) {}

    private static Map<Series, Instant> earliest(List<Mean> means) {
        Map<Series, Instant> earliest = new LinkedHashMap<>();
        means.forEach(mean -> earliest.merge(
                new Series(mean.datastream(), mean.averaging()), mean.start(), (a, b) -> a.isBefore(b) ? a : b));
        return earliest;
    }

    private static Map<String, Set<Instant>> hoursOfAmbientStations(
            List<Mean> changedHours, Map<Long, JudgedDatastream> known) {
        Map<String, Set<Instant>> hours = new LinkedHashMap<>();
        changedHours.forEach(hour -> {
            JudgedDatastream datastream = known.get(hour.datastream());
            if (datastream != null && datastream.isOf(Medium.AMBIENT_AIR, hour.end())) {
                hours.computeIfAbsent(hour.station(), station -> new TreeSet<>())
                        .add(hour.end());
            }
        });
        return hours;
    }

    private static void add(Map<Long, Set<Instant>> intervals, long datastream, Instant end) {
        intervals.computeIfAbsent(datastream, id -> new TreeSet<>()).add(end);
    }
}
