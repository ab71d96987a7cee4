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
import vn.quantrac.ingestion.query.Period;

/** The checks of a reading by those around it: what they say follows from the readings alone, in whatever order they came. */
@ApplicationScoped
class NeighbourChecks {
    private final QualityConfig config;
    private final ConstantRuns constantRuns;
    private final Spikes spikes;
    private final Parts parts;

    NeighbourChecks(QualityConfig config) {
        this.config = config;
        this.constantRuns = new ConstantRuns(config.constantRun(), config.restAtZero());
        this.spikes = new Spikes(config.spikeWindow(), config.spikeFactor());
        this.parts = new Parts(config.partTolerance());
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
        series.forEach((parameter, values) -> {
            flag(flags, parameter, "suspect_constant", constantRuns.in(parameter, values));
            flag(flags, parameter, "spike", spikes.in(values));
        });
        config.parts().forEach((part, whole) -> {
            Set<Instant> above =
                    parts.above(series.getOrDefault(part, List.of()), series.getOrDefault(whole, List.of()));
            flag(flags, part, "part_above_whole", above);
            flag(flags, whole, "part_above_whole", above);
        });
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

    private static void flag(
            Map<String, Map<Instant, Set<String>>> flags, String parameter, String flag, Set<Instant> times) {
        Map<Instant, Set<String>> ofParameter = flags.computeIfAbsent(parameter, name -> new HashMap<>());
        times.forEach(
                time -> ofParameter.computeIfAbsent(time, t -> new TreeSet<>()).add(flag));
    }
}
