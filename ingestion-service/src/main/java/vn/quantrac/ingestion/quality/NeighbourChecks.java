package vn.quantrac.ingestion.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.quantrac.ingestion.query.Period;

/** The checks of a reading by those around it: what they say follows from the readings alone, in whatever order they came. */
@ApplicationScoped
class NeighbourChecks {
    private final QualityConfig config;
    private final ConstantRuns constantRuns;
    private final Spikes spikes;
    private final Parts parts;
    private final Parts outflow;
    private final FrozenQuality frozenQuality;

    NeighbourChecks(QualityConfig config) {
        this.config = config;
        this.constantRuns = new ConstantRuns(config.constantRun(), config.restAtZero());
        this.spikes = new Spikes(config.spikeWindow(), config.spikeFactor());
        this.parts = new Parts(config.partTolerance());
        this.outflow = new Parts(config.outflowTolerance());
        this.frozenQuality = new FrozenQuality(config.flows());
    }

    /** How many values before and after a period have a say in it. */
    int margin() {
        return Math.max(config.constantRun() - 1, config.spikeWindow());
    }

    /**
     * What is suspect, by parameter and time.
     *
     * @param series by parameter, in order of time, with {@link #margin} more values on both sides of the period
     */
    List<Suspicion> suspicions(Map<String, List<Measured>> series, Period period) {
        Map<String, Map<Instant, Set<String>>> flags = new HashMap<>();
        Map<String, Set<Instant>> stuck = new HashMap<>();
        series.forEach((parameter, values) -> {
            stuck.put(parameter, constantRuns.in(parameter, values));
            flag(flags, parameter, "suspect_constant", stuck.get(parameter));
            flag(flags, parameter, "spike", spikes.in(values));
        });
        config.parts().forEach((part, whole) -> flagBoth(flags, series, parts, part, whole, "part_above_whole"));
        flagBoth(flags, series, outflow, config.outflow(), config.inflow(), "inconsistent");
        Set<Instant> frozen = frozenQuality.in(series, stuck);
        series.forEach((parameter, values) -> flag(flags, parameter, "inconsistent", measured(values, frozen)));
        List<Suspicion> suspicions = new ArrayList<>();
        new TreeMap<>(series).forEach((parameter, values) -> {
            Map<Instant, Set<String>> ofParameter = flags.getOrDefault(parameter, Map.of());
            for (Measured each : values) {
                if (ofParameter.containsKey(each.time()) && period.contains(each.time())) {
                    suspicions.add(new Suspicion(
                            parameter,
                            each.time(),
                            each.value(),
                            each.unit(),
                            List.copyOf(ofParameter.get(each.time()))));
                }
            }
        });
        return suspicions;
    }

    private static void flagBoth(
            Map<String, Map<Instant, Set<String>>> flags,
            Map<String, List<Measured>> series,
            Parts parts,
            String part,
            String whole,
            String flag) {
        Set<Instant> above = parts.above(series.getOrDefault(part, List.of()), series.getOrDefault(whole, List.of()));
        flag(flags, part, flag, above);
        flag(flags, whole, flag, above);
    }

    private static Set<Instant> measured(List<Measured> values, Set<Instant> times) {
        return values.stream().map(Measured::time).filter(times::contains).collect(Collectors.toSet());
    }

    private static void flag(
            Map<String, Map<Instant, Set<String>>> flags, String parameter, String flag, Set<Instant> times) {
        Map<Instant, Set<String>> ofParameter = flags.computeIfAbsent(parameter, name -> new HashMap<>());
        times.forEach(
                time -> ofParameter.computeIfAbsent(time, t -> new TreeSet<>()).add(flag));
    }
}
