package vn.quantrac.publication.verdict;

import java.time.Instant;
import java.util.Map;

/**
 * An hour's or day's VN_AQI with its class.
 *
 * @param name of the index
 * @param end label of the hour or day
 * @param value 0 to 500, or null when it cannot be computed; then there is no class either
 * @param since since when the class has held without a break, known for the newest hour only
 */
public record Index(
        String name,
        String station,
        String averaging,
        Instant end,
        Integer value,
        String band,
        String bandVi,
        String bandEn,
        String colour,
        String dominant,
        Map<String, Integer> indices,
        int revision,
        Instant since) {}
