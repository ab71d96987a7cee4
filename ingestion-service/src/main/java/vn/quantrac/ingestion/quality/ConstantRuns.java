package vn.quantrac.ingestion.quality;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Check Q5: an instrument that says the same again and again may be stuck. */
record ConstantRuns(int length, Set<String> restAtZero) {
    /** The times of all values that are one of so many equal ones. */
    Set<Instant> in(String parameter, List<Measured> series) {
        Set<Instant> stuck = new HashSet<>();
        int from = 0;
        for (int to = 1; to <= series.size(); to++) {
            if (to == series.size() || !sameValue(series.get(from), series.get(to))) {
                boolean rest = series.get(from).value().signum() == 0 && restAtZero.contains(parameter);
                if (to - from >= length && !rest) {
                    series.subList(from, to).forEach(each -> stuck.add(each.time()));
                }
                from = to;
            }
        }
        return stuck;
    }

    private static boolean sameValue(Measured one, Measured other) {
        return one.value().compareTo(other.value()) == 0;
    }
}
