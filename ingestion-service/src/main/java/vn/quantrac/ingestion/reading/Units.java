package vn.quantrac.ingestion.reading;

import java.math.BigDecimal;
import java.util.Optional;
import vn.quantrac.ingestion.registry.Series;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Reason;
import vn.quantrac.ingestion.unit.Unit;

/** Conversion of a logger's unit to the canonical one, done once, at intake. */
final class Units {
    private Units() {}

    /**
     * The value in the series' unit, with the digits it was sent with where the units are the same.
     *
     * @param text the unit as the logger spells it; empty is the canonical one
     * @throws BadFieldException when it is not known, or of another dimension
     */
    static BigDecimal convert(BigDecimal value, String text, Series series) throws BadFieldException {
        if (text.isEmpty()) {
            return value;
        }
        Optional<Unit> sent = Unit.of(text);
        Optional<Unit> canonical = Unit.of(series.unit());
        if (sent.isEmpty() || canonical.isEmpty()) {
            return requireSameSpelling(value, text, series);
        }
        if (!sent.get().isLike(canonical.get())) {
            throw unknown(text, series);
        }
        return value == null ? null : sent.get().in(canonical.get(), value);
    }

    /** Whether a value without a unit could have come in another one than the series'. */
    static boolean matters(Series series) {
        return Unit.of(series.unit())
                .filter(unit -> unit.dimension().equals("number"))
                .isEmpty();
    }

    /** For units that the table does not hold. */
    private static BigDecimal requireSameSpelling(BigDecimal value, String text, Series series)
            throws BadFieldException {
        String spelling = Unit.normal(text);
        if (spelling.equals(Unit.normal(series.unit())) || spelling.equals(Unit.normal(series.unitSymbol()))) {
            return value;
        }
        throw unknown(text, series);
    }

    private static BadFieldException unknown(String unit, Series series) {
        return BadFieldException.quoting(
                Reason.UNKNOWN_UNIT, series.parameter() + " in " + series.unit() + " does not come in", unit);
    }
}
