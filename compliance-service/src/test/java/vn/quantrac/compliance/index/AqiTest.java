package vn.quantrac.compliance.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.quantrac.feeds.verdicts.AirQualityIndex;

/** VN_AQI of an hour with the examples of Decision 1459/QĐ-TCMT; breakpoints as the decision's Table 1 has them. */
class AqiTest {
    private static final Instant HOUR = Instant.parse("2026-11-24T13:00:00Z");
    private static final Map<String, AqiTable> TABLES = Map.of(
            "PM2,5", table(0, 25, 50, 80, 150, 250, 350, 500),
            "PM10", table(0, 50, 150, 250, 350, 420, 500, 600),
            "O3", table(0, 160, 200, 300, 400, 800, 1000, 1200),
            "CO", table(0, 10000, 30000, 45000, 60000, 90000, 120000, 150000),
            "SO2", table(0, 125, 350, 550, 800, 1600, 2100, 2630),
            "NO2", table(0, 100, 200, 700, 1200, 2350, 3100, 3850));
    /** 20:00 back to 09:00. */
    private static final String DECISIONS_PM25 = "20.6 19.6 22.4 20.3 16.5 19.0 16.5 19.5 23.5 20.5 24.7 26.9";

    private final HourlyAqi aqi = new HourlyAqi(TABLES);

    @Test
    void nowcast_of_the_decisions_example() {
        BigDecimal nowcast = Nowcast.of(hours(DECISIONS_PM25)).orElseThrow();
        assertThat(nowcast.setScale(3, RoundingMode.HALF_UP)).isEqualByComparingTo("20.266");
        assertThat(TABLES.get("PM2,5").exact(nowcast).setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("40.53");
        assertThat(TABLES.get("PM2,5").index(nowcast)).isEqualTo(41);
    }

    /** The decision prints NO2 = 60 and VN_AQI = 60; its own formula gives 59.35, so 59. It is taken as an erratum. */
    @Test
    void hour_of_the_decisions_example_is_59() {
        AirQualityIndex index = of(Map.of("O3", "136.1", "NO2", "118.7"), DECISIONS_PM25);

        assertThat(index.indices()).containsExactlyInAnyOrderEntriesOf(Map.of("PM2,5", 41, "O3", 43, "NO2", 59));
        assertThat(index.value()).isEqualTo(59);
        assertThat(index.dominant()).isEqualTo("NO2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PM2,5;0;0",
                "PM2,5;25;50",
                "PM2,5;45;90",
                "PM2,5;50;100",
                "PM2,5;50.1;100.17",
                "PM2,5;80;150",
                "PM2,5;150;200",
                "PM2,5;250;300",
                "PM2,5;500;500",
                "PM2,5;600;500",
                "PM10;100;75",
                "PM10;149.9;99.95",
                "CO;8250;41.25",
                "CO;30000;100",
                "SO2;125;50",
                "SO2;350;100"
            })
    void breakpoints_are_joined_by_straight_lines(String parameter, BigDecimal concentration, BigDecimal index) {
        assertThat(TABLES.get(parameter).exact(concentration).setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo(index);
    }

    @Test
    void a_pollutants_index_is_rounded_half_up() {
        assertThat(TABLES.get("PM10").index(new BigDecimal("149.9"))).isEqualTo(100);
        assertThat(TABLES.get("CO").index(new BigDecimal("8250"))).isEqualTo(41);
        // 109.5 exactly: binary floating point may give 109.
        assertThat(TABLES.get("PM2,5").index(new BigDecimal("55.7"))).isEqualTo(110);
    }

    @Test
    void two_of_the_newest_three_hours_are_needed() {
        assertThat(Nowcast.of(hours("- - 38 35 35 35 35 35 35 35 35 35"))).isEmpty();
        assertThat(Nowcast.of(hours("100 - - 10 10 10 10 10 10 10 10 10"))).isEmpty();
        assertThat(Nowcast.of(hours("- 30 30 30 30 30 30 30 30 30 30 30")))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("30"));
    }

    @Test
    void a_missing_hour_drops_out_of_both_sums() {
        // w = 1: a plain mean of the eleven hours that are there.
        assertThat(Nowcast.of(hours("20 20 20 20 - 20 20 20 20 20 20 20")))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("20"));
    }

    @Test
    void the_smallest_weight_is_one_half_and_its_sum_is_normalised() {
        // w* = 10/100; w = 1/2: (100 + 10·(1/2 + … + 1/2^11)) / (2 − 1/2^11).
        BigDecimal nowcast =
                Nowcast.of(hours("100 10 10 10 10 10 10 10 10 10 10 10")).orElseThrow();
        assertThat(nowcast.setScale(4, RoundingMode.HALF_UP)).isEqualByComparingTo("55.0110");
    }

    @Test
    void clean_air_is_zero_and_not_missing() {
        assertThat(Nowcast.of(hours("0 0 0 0 0 0 0 0 0 0 0 0")))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("0"));
    }

    @Test
    void without_a_particulate_there_is_no_index() {
        AirQualityIndex index = of(Map.of("O3", "136.1", "NO2", "118.7"), null);
        assertThat(index.value()).isNull();
        assertThat(index.dominant()).isNull();
        assertThat(index.indices()).isEmpty();
    }

    private AirQualityIndex of(Map<String, String> gases, String pm25) {
        Map<String, Map<Instant, BigDecimal>> means = new HashMap<>();
        gases.forEach((gas, value) -> means.put(gas, Map.of(HOUR, new BigDecimal(value))));
        if (pm25 != null) {
            Map<Instant, BigDecimal> hours = new HashMap<>();
            List<BigDecimal> values = hours(pm25);
            for (int n = 0; n < values.size(); n++) {
                hours.put(HOUR.minus(Duration.ofHours(n)), values.get(n));
            }
            means.put("PM2,5", hours);
        }
        return aqi.of("HG_VITH_KHI002", HOUR, means);
    }

    /** Newest hour first; a dash is a missing one. */
    private static List<BigDecimal> hours(String text) {
        return Arrays.stream(text.split(" "))
                .map(value -> value.equals("-") ? null : new BigDecimal(value))
                .toList();
    }

    private static AqiTable table(int... concentrations) {
        int[] indices = {0, 50, 100, 150, 200, 300, 400, 500};
        List<AqiTable.Breakpoint> breakpoints = new ArrayList<>();
        for (int n = 0; n < indices.length; n++) {
            breakpoints.add(new AqiTable.Breakpoint(indices[n], BigDecimal.valueOf(concentrations[n])));
        }
        return new AqiTable(breakpoints);
    }
}
