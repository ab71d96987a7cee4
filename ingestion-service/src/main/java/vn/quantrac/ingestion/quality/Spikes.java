package vn.quantrac.ingestion.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Check Q6: a value is far from what was usual before, measured by the median absolute deviation, which one spike among
 * the values before does not move.
 */
record Spikes(int window, BigDecimal factor) {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** The times of the spikes; none where there are too few values before, or where these are all equal. */
    Set<Instant> in(List<Measured> series) {
        Set<Instant> spikes = new HashSet<>();
        for (int i = window; i < series.size(); i++) {
            List<BigDecimal> before =
                    series.subList(i - window, i).stream().map(Measured::value).toList();
            BigDecimal usual = median(before);
            BigDecimal deviation = median(
                    before.stream().map(value -> value.subtract(usual).abs()).toList());
            BigDecimal distance = series.get(i).value().subtract(usual).abs();
            if (deviation.signum() > 0 && distance.compareTo(deviation.multiply(factor)) > 0) {
                spikes.add(series.get(i).time());
            }
        }
        return spikes;
    }

    static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).multiply(HALF);
    }
}
