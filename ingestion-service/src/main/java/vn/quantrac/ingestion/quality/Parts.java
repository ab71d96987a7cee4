package vn.quantrac.ingestion.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks Q11 and Q12: no part is greater than the whole, such as PM2.5 than PM10, or what leaves than what enters. */
record Parts(BigDecimal tolerance) {
    /** The times at which it is; without a verdict where the units differ. */
    Set<Instant> above(List<Measured> part, List<Measured> whole) {
        Map<Instant, Measured> wholes = whole.stream().collect(Collectors.toMap(Measured::time, Function.identity()));
        Set<Instant> above = new HashSet<>();
        for (Measured each : part) {
            Measured all = wholes.get(each.time());
            if (all != null && all.unit().equals(each.unit()) && each.value().compareTo(most(all)) > 0) {
                above.add(each.time());
            }
        }
        return above;
    }

    private BigDecimal most(Measured whole) {
        return whole.value().multiply(BigDecimal.ONE.add(tolerance));
    }
}
