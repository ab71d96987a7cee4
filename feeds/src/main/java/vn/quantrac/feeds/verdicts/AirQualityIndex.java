package vn.quantrac.feeds.verdicts;

import java.time.Instant;
import java.util.Map;

/**
 * VN_AQI of a station (Decision 1459/QĐ-TCMT).
 *
 * @param end the label of the hour or day
 * @param value 0 to 500; null when it was said before and can no longer be computed
 * @param dominant code of the parameter with the highest index; null without value
 * @param indices index of each parameter that took part
 */
public record AirQualityIndex(
        String station,
        Averaging averaging,
        Instant end,
        Integer value,
        String dominant,
        Map<String, Integer> indices,
        int revision) {}
