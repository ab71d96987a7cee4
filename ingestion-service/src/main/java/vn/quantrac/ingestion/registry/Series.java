package vn.quantrac.ingestion.registry;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the registry says of one parameter at one station at one time.
 *
 * @param datastream the id given by the registry
 * @param unit in which its readings are kept, a UCUM code
 * @param unitSymbol the unit as people read it
 * @param plausibleMin least plausible value, or null
 * @param plausibleMax greatest plausible value, or null
 * @param rangeMin least value its instrument can measure, or null
 * @param rangeMax greatest value its instrument can measure, or null
 * @param calibrationValidTo last day of the instrument's calibration certificate, or null
 */
public record Series(
        long datastream,
        String parameter,
        String unit,
        String unitSymbol,
        BigDecimal plausibleMin,
        BigDecimal plausibleMax,
        BigDecimal rangeMin,
        BigDecimal rangeMax,
        LocalDate calibrationValidTo) {}
