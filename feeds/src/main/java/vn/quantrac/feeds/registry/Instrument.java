package vn.quantrac.feeds.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A measuring device at a station; its code is the inventory number.
 *
 * @param parameters codes of what it measures
 * @param rangeMin least measurable value in the parameter's canonical unit, or null
 * @param rangeMax greatest measurable value, or null
 * @param calibrationValidTo last day of its calibration certificate, or null
 */
public record Instrument(
        String station,
        List<String> parameters,
        String manufacturer,
        String model,
        String serialNumber,
        BigDecimal rangeMin,
        BigDecimal rangeMax,
        LocalDate calibrationValidTo) {}
