package vn.quantrac.compliance.registry;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Between the units in which regulations and the registry write one quantity. */
public final class UnitConversion {
    private static final Map<String, BigDecimal> FACTORS =
            Map.of("mg/m3→ug/m3", new BigDecimal("1000"), "ug/m3→mg/m3", new BigDecimal("0.001"));

    private UnitConversion() {}

    /** What a value in one UCUM unit is multiplied by to be in another; empty when they cannot be compared. */
    public static Optional<BigDecimal> factor(String from, String to) {
        return from.equals(to) ? Optional.of(BigDecimal.ONE) : Optional.ofNullable(FACTORS.get(from + "→" + to));
    }
}
