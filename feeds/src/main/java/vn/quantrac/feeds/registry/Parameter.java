package vn.quantrac.feeds.registry;

import java.math.BigDecimal;
import java.util.List;

/**
 * An observed property, such as COD; its code is the symbol of TT 10/2021.
 *
 * @param unit canonical unit, a UCUM code; readings are stored in it
 * @param unitSymbol the unit as people read it
 * @param plausibleMin least plausible value in {@code unit}, or null
 * @param plausibleMax greatest plausible value in {@code unit}, or null
 * @param symbols other symbols by which loggers call it, such as {@code Amoni} for NH4
 * @param sourceRef the act that names it, or null
 */
public record Parameter(
        String nameVi,
        String nameEn,
        String unit,
        String unitSymbol,
        List<Medium> media,
        BigDecimal plausibleMin,
        BigDecimal plausibleMax,
        List<String> symbols,
        String sourceRef,
        boolean verified) {}
