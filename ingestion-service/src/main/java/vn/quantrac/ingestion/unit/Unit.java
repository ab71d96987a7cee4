package vn.quantrac.ingestion.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A unit: so many of its dimension's base unit, as a fraction to keep thirds and days exact. Spellings of loggers and
 * UCUM codes are read alike; the normal cubic metre Nm³ counts as m³, because the conditions belong to the parameter.
 */
public record Unit(String dimension, BigDecimal numerator, BigDecimal denominator) {
    private static final Map<String, Unit> BY_SPELLING = new HashMap<>();

    static {
        // Base µg/m³
        unit("concentration", "1", "1", "ug/m3");
        unit("concentration", "1000", "1", "mg/m3", "ug/l");
        unit("concentration", "1000000", "1", "mg/l", "g/m3");
        unit("concentration", "1000000000", "1", "g/l", "kg/m3");
        // Base m³/h
        unit("flow", "1", "1", "m3/h", "m3/hr", "m3/gio");
        unit("flow", "36", "10", "l/s");
        unit("flow", "6", "100", "l/min", "l/m");
        unit("flow", "3600", "1", "m3/s");
        unit("flow", "60", "1", "m3/min");
        unit("flow", "1", "24", "m3/d", "m3/day", "m3/ngay");
        // Base Pa
        unit("pressure", "1", "1", "pa");
        unit("pressure", "100", "1", "hpa", "mbar");
        unit("pressure", "1000", "1", "kpa");
        unit("pressure", "100000", "1", "bar");
        // Base µS/cm
        unit("conductivity", "1", "1", "us/cm");
        unit("conductivity", "10", "1", "ms/m");
        unit("conductivity", "1000", "1", "ms/cm");
        unit("conductivity", "10000", "1", "s/m");
        // Base mm
        unit("length", "1", "1", "mm");
        unit("length", "10", "1", "cm");
        unit("length", "1000", "1", "m");
        unit("speed", "1", "1", "m/s");
        unit("speed", "10", "36", "km/h");
        unit("temperature", "1", "1", "oc", "degc", "c", "cel");
        unit("ratio", "1", "1", "%", "%v", "%vol", "vol%", "%v/v", "%rh");
        unit("ratio", "100", "1", "/");
        unit("number", "1", "1", "-", "1", "ph");
        unit("colour", "1", "1", "pt-co", "ptco", "pcu", "tcu", "hazen", "hnz'u", "hznu", "mg/lpt", "mgpt/l");
        unit("turbidity", "1", "1", "ntu", "ntu'u", "fnu", "ftu");
        unit("angle", "1", "1", "deg", "do", "degree");
        unit("potential", "1", "1", "mv");
    }

    private static void unit(String dimension, String numerator, String denominator, String... spellings) {
        Unit unit = new Unit(dimension, new BigDecimal(numerator), new BigDecimal(denominator));
        for (String spelling : spellings) {
            BY_SPELLING.put(spelling, unit);
        }
    }

    public static Optional<Unit> of(String text) {
        return Optional.ofNullable(BY_SPELLING.get(normal(text)));
    }

    /** Whether values in both are of one kind. */
    public boolean isLike(Unit other) {
        return dimension.equals(other.dimension);
    }

    /** A value of this unit in another one like it. */
    public BigDecimal in(Unit other, BigDecimal value) {
        if (equals(other)) {
            return value;
        }
        BigDecimal converted = value.multiply(numerator)
                .multiply(other.denominator)
                .divide(denominator.multiply(other.numerator), MathContext.DECIMAL64)
                .stripTrailingZeros();
        return converted.scale() < 0 ? converted.setScale(0) : converted;
    }

    /** One spelling for the many: without case, blanks, braces, and with u for µ, 3 for ³, deg for °. */
    public static String normal(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        for (List<String> spelling : List.of(
                List.of("µ", "u"),
                List.of("μ", "u"),
                List.of("³", "3"),
                List.of("^3", "3"),
                List.of("°", "deg"),
                List.of("º", "deg"),
                List.of("nm3", "m3"),
                List.of("độ", "do"),
                List.of("ngày", "ngay"))) {
            plain = plain.replace(spelling.get(0), spelling.get(1));
        }
        StringBuilder normal = new StringBuilder(plain.length());
        plain.chars().filter(c -> " {}[]".indexOf(c) < 0).forEach(c -> normal.append((char) c));
        return normal.toString();
    }
}
