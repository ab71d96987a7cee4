package vn.quantrac.ingestion.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import vn.quantrac.ingestion.registry.Series;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Reason;

/** Conversion of a logger's unit to the canonical one, done once, at intake. */
final class Units {
    private Units() {}

    /**
     * The value in the series' unit, with the digits it was sent with where the units are the same.
     *
     * @param unit as the logger spells it; empty is the canonical one
     */
    static BigDecimal convert(BigDecimal value, String unit, Series series) throws BadFieldException {
        if (unit.isEmpty()
                || Unit.normal(unit).equals(Unit.normal(series.unit()))
                || Unit.normal(unit).equals(Unit.normal(series.unitSymbol()))) {
            return value;
        }
        Unit sent = Unit.of(unit).orElseThrow(() -> unknown(unit, series));
        Unit canonical = Unit.of(series.unit()).orElseThrow(() -> unknown(unit, series));
        if (!sent.dimension().equals(canonical.dimension())) {
            throw unknown(unit, series);
        }
        if (value == null || sent.equals(canonical)) {
            return value;
        }
        BigDecimal converted = value.multiply(sent.numerator())
                .multiply(canonical.denominator())
                .divide(sent.denominator().multiply(canonical.numerator()), MathContext.DECIMAL64)
                .stripTrailingZeros();
        return converted.scale() < 0 ? converted.setScale(0) : converted;
    }

    private static BadFieldException unknown(String unit, Series series) {
        return BadFieldException.quoting(
                Reason.UNKNOWN_UNIT, series.parameter() + " in " + series.unit() + " does not come in", unit);
    }
}
