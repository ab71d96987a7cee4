package vn.quantrac.compliance.index;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The weighted mean of twelve hours of particulate matter (Decision 1459/QĐ-TCMT), newest hour first. */
final class Nowcast {
    static final int HOURS = 12;
    private static final int NEWEST = 3;
    private static final int NEEDED_OF_NEWEST = 2;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Nowcast() {}

    /**
     * Empty when fewer than two of the newest three hours are known. A missing hour drops out of both sums; in the
     * branch of weight ½ the sum is normalised as well, since the printed form would read a missing hour as zero.
     *
     * @param hours twelve values, null where unknown
     */
    static Optional<BigDecimal> of(List<BigDecimal> hours) {
        long known = hours.subList(0, NEWEST).stream().filter(Objects::nonNull).count();
        if (known < NEEDED_OF_NEWEST) {
            return Optional.empty();
        }
        BigDecimal least = hours.stream()
                .filter(Objects::nonNull)
                .min(BigDecimal::compareTo)
                .orElseThrow();
        BigDecimal most = hours.stream()
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .orElseThrow();
        if (most.signum() <= 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        BigDecimal weight = least.divide(most, MathContext.DECIMAL64).max(HALF);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        BigDecimal power = BigDecimal.ONE;
        for (BigDecimal hour : hours) {
            if (hour != null) {
                sum = sum.add(power.multiply(hour));
                weights = weights.add(power);
            }
            power = power.multiply(weight, MathContext.DECIMAL64);
        }
        return Optional.of(sum.divide(weights, MathContext.DECIMAL64));
    }
}
