package vn.quantrac.ingestion.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vn.quantrac.ingestion.registry.Series;

/** The flags of a reading that people have adjusted. */
public final class AdjustedFlags {
    public static final String ADJUSTED = "adjusted";

    private AdjustedFlags() {}

    /**
     * The flags in alphabetical order. What the original's say of its value is said anew of another value, except that
     * the instrument was at the end of its range: an adjusted value is not the instrument's.
     *
     * @param flags of the original
     * @param value another value, in the unit of the series; empty when it stays as it was
     * @param series empty when the registry does not know it any more
     */
    public static List<String> of(List<String> flags, Optional<BigDecimal> value, Optional<Series> series) {
        TreeSet<String> adjusted = new TreeSet<>(flags);
        adjusted.add(ADJUSTED);
        if (value.isPresent()) {
            adjusted.removeAll(QualityFlags.OF_VALUE);
            series.ifPresent(known -> adjusted.addAll(QualityFlags.plausibility(value.get(), known)));
        }
        return List.copyOf(adjusted);
    }
}
