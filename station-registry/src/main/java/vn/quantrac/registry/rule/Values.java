package vn.quantrac.registry.rule;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.regex.Pattern;

/** What the rules ask of single values. */
final class Values {
    private static final Pattern FACILITY = Pattern.compile("[A-Z0-9_]{1,32}");

    private Values() {}

    static boolean given(Object value) {
        return !(value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> many && many.isEmpty());
    }

    /** As the realm writes the claim of a facility's users; null is nobody's. */
    static boolean facilityCode(String code) {
        return code == null || FACILITY.matcher(code).matches();
    }

    static boolean ordered(BigDecimal least, BigDecimal greatest) {
        return least == null || greatest == null || least.compareTo(greatest) < 0;
    }

    static boolean positive(BigDecimal value) {
        return value == null || value.signum() > 0;
    }

    static boolean noneBlank(Collection<String> texts) {
        return texts.stream().noneMatch(String::isBlank);
    }
}
