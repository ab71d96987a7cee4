package vn.quantrac.ingestion.quality;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Check Q11: water or gas flows, and nothing that is measured in it changes any more. One stuck instrument is a fault of
 * its own; all of them at once are not being measured.
 */
record FrozenQuality(Set<String> flows) {
    private static final int FEWEST = 2;

    /**
     * The times at which it is so.
     *
     * @param series of a station, by parameter
     * @param stuck the times at which each parameter is one of many equal values
     */
    Set<Instant> in(Map<String, List<Measured>> series, Map<String, Set<Instant>> stuck) {
        Set<Instant> flowing = new HashSet<>();
        Map<Instant, Integer> measured = new HashMap<>();
        Map<Instant, Integer> frozen = new HashMap<>();
        series.forEach((parameter, values) -> values.forEach(each -> {
            if (flows.contains(parameter)) {
                if (each.value().signum() > 0) {
                    flowing.add(each.time());
                }
            } else {
                measured.merge(each.time(), 1, Integer::sum);
                if (stuck.getOrDefault(parameter, Set.of()).contains(each.time())) {
                    frozen.merge(each.time(), 1, Integer::sum);
                }
            }
        }));
        flowing.removeIf(time ->
                measured.getOrDefault(time, 0) < FEWEST || !measured.get(time).equals(frozen.get(time)));
        return flowing;
    }
}
