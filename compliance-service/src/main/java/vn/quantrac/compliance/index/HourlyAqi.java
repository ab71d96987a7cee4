package vn.quantrac.compliance.index;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.quantrac.feeds.verdicts.AirQualityIndex;
import vn.quantrac.feeds.verdicts.Averaging;

/** VN_AQI of an hour: particulates by Nowcast, gases by their hourly mean, the highest counts. */
final class HourlyAqi {
    private static final List<String> PARTICULATES = List.of("PM2,5", "PM10");
    private static final List<String> GASES = List.of("O3", "CO", "SO2", "NO2");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<String, AqiTable> tables;

    /** @param tables by parameter: the 24-h column for particulates, the 1-h column for gases */
    HourlyAqi(Map<String, AqiTable> tables) {
        this.tables = tables;
    }

    /**
     * Without a particulate there is no index, so its value is null.
     *
     * @param means valid hourly means in µg/m³ by parameter and hour
     */
    AirQualityIndex of(String station, Instant hour, Map<String, Map<Instant, BigDecimal>> means) {
        Map<String, Integer> indices = new TreeMap<>();
        for (String parameter : PARTICULATES) {
            nowcast(means.getOrDefault(parameter, Map.of()), hour)
                    .ifPresent(value ->
                            indices.put(parameter, tables.get(parameter).index(value)));
        }
        boolean particulate = !indices.isEmpty();
        for (String parameter : GASES) {
            BigDecimal value = means.getOrDefault(parameter, Map.of()).get(hour);
            if (value != null) {
                indices.put(parameter, tables.get(parameter).index(value));
            }
        }
        if (!particulate) {
            return new AirQualityIndex(station, Averaging.HOUR, hour, null, null, Map.of(), 0);
        }
        Map.Entry<String, Integer> highest = indices.entrySet().stream()
                .max(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow();
        return new AirQualityIndex(station, Averaging.HOUR, hour, highest.getValue(), highest.getKey(), indices, 0);
    }

    private static Optional<BigDecimal> nowcast(Map<Instant, BigDecimal> hours, Instant newest) {
        List<BigDecimal> values = new ArrayList<>();
        for (int n = 0; n < Nowcast.HOURS; n++) {
            values.add(hours.get(newest.minus(HOUR.multipliedBy(n))));
        }
        return Nowcast.of(values);
    }
}
