package vn.quantrac.compliance.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.quantrac.compliance.exceedance.Exceedances;
import vn.quantrac.compliance.index.AirQualityIndices;
import vn.quantrac.compliance.index.AirStation;
import vn.quantrac.compliance.mean.Means;
import vn.quantrac.compliance.mean.RegulatoryTime;
import vn.quantrac.compliance.mean.Series;
import vn.quantrac.compliance.reading.Readings;
import vn.quantrac.compliance.registry.JudgedDatastream;
import vn.quantrac.compliance.registry.RegistryCopy;
import vn.quantrac.compliance.standard.AppliedLimits;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.verdicts.AppliedLimit;
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
        Map<Long, Instant> newest = readings.newest(handle, ids);

        Map<Long, Set<Instant>> hours = new LinkedHashMap<>();
        Map<Long, Set<Instant>> days = new LinkedHashMap<>();
        added.forEach(reading -> add(hours, reading.datastream(), times.hourOf(reading.time())));
        // What was under way may be over now, without a reading of its own in this batch.
        newestBefore.forEach((id, before) -> {
            add(hours, id, times.hourOf(before));
            add(days, id, times.dayOf(before));
        });
        Map<Long, JudgedDatastream> known = registry.ofStations(handle, stations);
        List<Mean> changedHours = means.judgeHours(handle, over(hours, newest), known);
        List<Mean> changedDays = judgeDays(handle, changedHours, days, newest);

        Verdicts verdicts = new Verdicts();
        verdicts.means(changedHours);
        verdicts.means(changedDays);
        verdicts.exceedances(exceedances.judge(handle, touched(changedHours, changedDays)));
        verdicts.indices(indices.judge(handle, hoursByStation(changedHours), AirStation.of(known.values())));
        return verdicts;
    }

    /** Stores registry entries and judges anew whatever depends on what has changed. */
    Verdicts ofRegistry(Handle handle, List<FeedEvent> events) {
        Verdicts verdicts = new Verdicts();
        Collection<JudgedDatastream> changed = registry.store(handle, events);
        if (changed.isEmpty()) {
            return verdicts;
        }
        Set<String> stations =
                changed.stream().map(JudgedDatastream::stationCode).collect(Collectors.toSet());
        Map<Long, JudgedDatastream> known = registry.ofStations(handle, stations);
        List<AppliedLimit> changedLimits = limits.judge(handle, changed);
        Map<Long, Set<Instant>> hours = means.expectedOtherwise(handle, changed);
        List<Mean> changedHours = means.judgeHours(handle, hours, known);
        List<Mean> changedDays = judgeDays(handle, changedHours, Map.of(), readings.newest(handle, hours.keySet()));

        verdicts.limits(changedLimits);
        verdicts.means(changedHours);
        verdicts.means(changedDays);
        Map<Series, Instant> touched = touched(changedHours, changedDays);
        touched.putAll(touched(changedLimits));
        verdicts.exceedances(exceedances.judge(handle, touched));
        verdicts.indices(indices.judgeAll(handle, stations, AirStation.of(known.values())));
        return verdicts;
    }

    /** Judges anew what depends on the figures of the regulations. */
    Verdicts ofStandards(Handle handle) {
        Verdicts verdicts = new Verdicts();
        List<AppliedLimit> changed = limits.judge(handle, registry.all(handle));
        verdicts.limits(changed);
        verdicts.exceedances(exceedances.judge(handle, touched(changed)));
        return verdicts;
    }

    private List<Mean> judgeDays(
            Handle handle, List<Mean> changedHours, Map<Long, Set<Instant>> others, Map<Long, Instant> newest) {
        Map<Long, Set<Instant>> days = new LinkedHashMap<>(others);
        changedHours.forEach(hour -> add(days, hour.datastream(), times.dayOf(hour.end())));
        return means.judgeDays(handle, over(days, newest));
    }

    private static Map<Long, Set<Instant>> over(Map<Long, Set<Instant>> intervals, Map<Long, Instant> newest) {
        Map<Long, Set<Instant>> over = new LinkedHashMap<>();
        intervals.forEach((id, ends) -> ends.stream()
                .filter(end -> !end.isAfter(newest.getOrDefault(id, Instant.MIN)))
                .forEach(end -> add(over, id, end)));
        return over;
    }

    private static Map<Series, Instant> touched(List<Mean> hours, List<Mean> days) {
        List<Mean> changed = new ArrayList<>(hours);
        changed.addAll(days);
        Map<Series, Instant> earliest = new LinkedHashMap<>();
        changed.forEach(mean -> earliest.merge(Series.of(mean), mean.start(), (a, b) -> a.isBefore(b) ? a : b));
        return earliest;
    }

    /** A limit counts for all intervals it holds for; which those are is left to the derivation. */
    private static Map<Series, Instant> touched(List<AppliedLimit> limits) {
        Map<Series, Instant> touched = new LinkedHashMap<>();
        limits.forEach(limit -> touched.put(new Series(limit.datastream(), limit.averaging()), Instant.EPOCH));
        return touched;
    }

    private static Map<String, Set<Instant>> hoursByStation(List<Mean> changedHours) {
        Map<String, Set<Instant>> hours = new LinkedHashMap<>();
        changedHours.forEach(hour -> hours.computeIfAbsent(hour.station(), station -> new TreeSet<>())
                .add(hour.end()));
        return hours;
    }

    private static void add(Map<Long, Set<Instant>> intervals, long datastream, Instant end) {
        intervals.computeIfAbsent(datastream, id -> new TreeSet<>()).add(end);
    }
}
