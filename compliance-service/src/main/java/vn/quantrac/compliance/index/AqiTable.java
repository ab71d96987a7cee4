package vn.quantrac.compliance.index;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** The breakpoints of one pollutant and averaging, in order: index and the concentration at which it is reached. */
record AqiTable(List<Breakpoint> breakpoints) {
    record Breakpoint(int index, BigDecimal concentration) {}

    /** The index before rounding: linear between breakpoints, 500 from the last one on. */
    BigDecimal exact(BigDecimal concentration) {
        BigDecimal above = concentration.max(BigDecimal.ZERO);
        for (int n = 1; n < breakpoints.size(); n++) {
            Breakpoint low = breakpoints.get(n - 1);
            Breakpoint high = breakpoints.get(n);
            if (above.compareTo(high.concentration()) <= 0) {
                return BigDecimal.valueOf(high.index() - low.index())
                        .multiply(above.subtract(low.concentration()))
                        .divide(high.concentration().subtract(low.concentration()), MathContext.DECIMAL64)
                        .add(BigDecimal.valueOf(low.index()));
            }
        }
        return BigDecimal.valueOf(breakpoints.get(breakpoints.size() - 1).index());
    }

    /** Rounded half up, as each pollutant is before the highest is taken. */
    int index(BigDecimal concentration) {
        return exact(concentration).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
