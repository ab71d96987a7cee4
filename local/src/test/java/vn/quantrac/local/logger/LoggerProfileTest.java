package vn.quantrac.local.logger;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.quantrac.local.logger.LoggerProfile.Way;

/** What the sample loggers measure, over weeks. */
class LoggerProfileTest {
    private static final Instant BEGIN = Instant.parse("2026-10-31T17:00:00Z");
    private static final int DAYS = 30;
    private static final Map<String, LoggerProfile> LOGGERS = byStation();
    private static final Map<String, List<SampleReading>> MEASURED = measureAll();

    @Test
    void two_send_files_three_speak_mqtt_and_two_https() {
        assertThat(LOGGERS.values().stream().collect(groupingBy(LoggerProfile::door, counting())))
                .isEqualTo(Map.of(Way.FTP, 2L, Way.MQTT, 3L, Way.HTTPS, 2L));
    }

    @Test
    void the_same_instant_gives_the_same_telegram_whatever_was_asked_before() {
        List<Instant> times = new ArrayList<>(steps(1));
        for (String station : LOGGERS.keySet()) {
            String forwards = LOGGERS.get(station).measure(times).json();
            List<Instant> shuffled = new ArrayList<>(times);
            Collections.shuffle(shuffled);
            shuffled.forEach(time -> LOGGERS.get(station).measure(List.of(time)));

            assertThat(byStation().get(station).measure(shuffled).json()).isEqualTo(forwards);
        }
    }

    @Test
    void a_known_value_stays_the_same_on_every_machine() {
        assertThat(LOGGERS.get("HG_GIAY_NUO001")
                        .measure(List.of(Instant.parse("2026-11-01T03:00:00Z")))
                        .tt10())
                .isEqualTo("""
                        Flow\t308.3\tm3/h\t20261101100000\t00\r
                        FlowIn\t322.1\tm3/h\t20261101100000\t00\r
                        pH\t7.26\t-\t20261101100000\t00\r
                        Temp\t31.9\toC\t20261101100000\t00\r
                        COD\t91.1\tmg/L\t20261101100000\t00\r
                        TSS\t41.1\tmg/L\t20261101100000\t00\r
                        NH4\t2.25\tmg/L\t20261101100000\t00\r
                        Color\t36.8\tPt-Co\t20261101100000\t00\r
                        """);
    }

    @Test
    void values_stay_within_their_bounds_and_have_the_resolution_of_the_instrument() {
        for (LoggerProfile logger : LOGGERS.values()) {
            for (Profile profile : logger.measures()) {
                List<SampleReading> values = of(logger.station(), profile.symbol(), "00");
                double above = profile.onTopOf() == null
                        ? 0
                        : profile.onTopOf().times()
                                * bounds(logger, profile.onTopOf().symbol());
                assertThat(values).isNotEmpty().allSatisfy(reading -> {
                    assertThat(reading.value().doubleValue()).isBetween(profile.min(), profile.max() + above);
                    assertThat(reading.value().scale()).isEqualTo(profile.decimals());
                });
            }
        }
    }

    @Test
    void no_instrument_is_stuck() {
        MEASURED.forEach((station, readings) -> readings.stream()
                .collect(groupingBy(SampleReading::symbol))
                .forEach((symbol, values) -> assertThat(longestRun(values))
                        .as("equal values of %s at %s in a row", symbol, station)
                        .isLessThan(12)));
    }

    @Test
    void what_is_a_part_is_not_more_than_the_whole() {
        assertThatPart("HG_VITH_KHI002", "PM2,5", "PM10");
        assertThatPart("HG_NGAB_KHI001", "PM2.5", "PM10");
        assertThatPart("HG_DUON_KHI001", "NO", "NOx");
        assertThatPart("HG_GIAY_NUO001", "Flow", "FlowIn");
        assertThatPart("HG_THSA_NUO001", "Flow", "FlowIn");
    }

    @Test
    void the_days_cycle_is_there() {
        assertThat(hourMean("HG_VITH_KHI002", "O3", 14)).isGreaterThan(hourMean("HG_VITH_KHI002", "O3", 2) + 30);
        assertThat(hourMean("HG_XANO_NUO001", "DO", 15)).isGreaterThan(hourMean("HG_XANO_NUO001", "DO", 3) + 1);
        assertThat(hourMean("HG_NGAB_KHI001", "NO2", 7)).isGreaterThan(hourMean("HG_NGAB_KHI001", "NO2", 1) + 8);
    }

    /** 75 × Kq 1.2 × Kf 0.9 = 81.0 mg/L as the mean of a calendar day. */
    @Test
    void the_paper_mill_exceeds_its_cod_limit_on_some_days_and_keeps_it_on_others() {
        Map<LocalDate, Double> days = dayMeans("HG_GIAY_NUO001", "COD");
        assertThat(days).hasSize(DAYS);
        assertThat(days.values().stream().filter(mean -> mean > 81.0)).hasSize(DAYS / 3 * 2);
        assertThat(days.values())
                .allSatisfy(mean -> assertThat(Math.abs(mean - 81.0)).isGreaterThan(3));
    }

    @Test
    void within_the_history_of_a_first_run_one_whole_day_exceeds() {
        Map<LocalDate, Double> days = dayMeans("HG_GIAY_NUO001", "COD");
        for (LocalDate day : days.keySet()) {
            if (days.containsKey(day.plusDays(1))) {
                assertThat(Math.max(days.get(day), days.get(day.plusDays(1)))).isGreaterThan(81.0);
            }
        }
    }

    /** The day means and hour means that the regulations compare; limits computed by hand, see ProvinceDataTest. */
    @Test
    void everything_else_keeps_its_limit() {
        assertBelow(dayMeans("HG_GIAY_NUO001", "TSS"), 54);
        assertBelow(dayMeans("HG_GIAY_NUO001", "NH4"), 5.4);
        assertBelow(dayMeans("HG_GIAY_NUO001", "Color"), 50);
        assertBelow(dayMeans("HG_THSA_NUO001", "COD"), 148.5);
        assertBelow(dayMeans("HG_THSA_NUO001", "TSS"), 99);
        assertBelow(dayMeans("HG_THSA_NUO001", "NH4"), 9.9);
        assertBelow(dayMeans("HG_THSA_NUO001", "Cl"), 1.98);
        assertBelow(dayMeans("HG_NGAB_KHI001", "PM2.5"), 45);
        assertBelow(dayMeans("HG_NGAB_KHI001", "PM10"), 100);
        assertThat(of("HG_DUON_KHI001", "PM", "00"))
                .allSatisfy(reading -> assertThat(reading.value()).isLessThan(new BigDecimal(180)));
        assertThat(of("HG_DUON_KHI001", "NOx", "00"))
                .allSatisfy(reading -> assertThat(reading.value()).isLessThan(new BigDecimal(765)));
    }

    @Test
    void the_cod_analyser_is_calibrated_half_an_hour_each_day() {
        List<SampleReading> calibrations = of("HG_GIAY_NUO001", "COD", "01");

        assertThat(calibrations).hasSize(6 * DAYS);
        assertThat(calibrations).allSatisfy(reading -> {
            assertThat(reading.value()).isEqualByComparingTo("100.0");
            assertThat(localTime(reading.time())).isBetween("09:00", "09:25");
        });
    }

    @Test
    void the_so2_analyser_fails_for_a_while_within_any_three_days() {
        List<SampleReading> faults = of("HG_DUON_KHI001", "SO2", "02");

        assertThat(faults).hasSize(30 * DAYS / 3);
        assertThat(faults).allSatisfy(reading -> assertThat(reading.value()).isZero());
        for (int day = 0; day <= DAYS - 3; day++) {
            Instant from = BEGIN.plus(Duration.ofDays(day));
            Instant to = from.plus(Duration.ofDays(3));
            assertThat(faults)
                    .anySatisfy(
                            reading -> assertThat(reading.time()).isAfter(from).isBeforeOrEqualTo(to));
        }
    }

    private static void assertThatPart(String station, String part, String whole) {
        Map<Instant, BigDecimal> wholes = new HashMap<>();
        MEASURED.get(station).stream()
                .filter(reading -> reading.symbol().equals(whole))
                .forEach(reading -> wholes.put(reading.time(), reading.value()));
        assertThat(of(station, part, "00"))
                .allSatisfy(reading -> assertThat(reading.value()).isLessThanOrEqualTo(wholes.get(reading.time())));
    }

    private static void assertBelow(Map<LocalDate, Double> means, double limit) {
        assertThat(means).hasSize(DAYS);
        assertThat(means.values()).allSatisfy(mean -> assertThat(mean).isLessThan(limit));
    }

    private static double bounds(LoggerProfile logger, String symbol) {
        return logger.measures().stream()
                .filter(profile -> profile.symbol().equals(symbol))
                .findFirst()
                .orElseThrow()
                .max();
    }

    private static int longestRun(List<SampleReading> readings) {
        int longest = 0;
        int run = 0;
        BigDecimal last = null;
        for (SampleReading reading : readings) {
            run = reading.status().equals("00") && reading.value().equals(last) ? run + 1 : 1;
            longest = reading.status().equals("00") ? Math.max(longest, run) : longest;
            last = reading.value();
        }
        return longest;
    }

    private static double hourMean(String station, String symbol, int hour) {
        return of(station, symbol, "00").stream()
                .filter(reading -> reading.time().atZone(Profile.VIETNAM).getHour() == hour)
                .mapToDouble(reading -> reading.value().doubleValue())
                .average()
                .orElseThrow();
    }

    /** By the Vietnamese calendar day, whose last value is that of 24:00. */
    private static Map<LocalDate, Double> dayMeans(String station, String symbol) {
        return of(station, symbol, "00").stream()
                .collect(groupingBy(
                        reading -> reading.time()
                                .minusNanos(1)
                                .atZone(Profile.VIETNAM)
                                .toLocalDate(),
                        TreeMap::new,
                        averagingDouble(reading -> reading.value().doubleValue())));
    }

    private static String localTime(Instant time) {
        return time.atZone(Profile.VIETNAM).toLocalTime().toString();
    }

    private static List<SampleReading> of(String station, String symbol, String status) {
        Predicate<SampleReading> wanted =
                reading -> reading.symbol().equals(symbol) && reading.status().equals(status);
        return MEASURED.get(station).stream().filter(wanted).toList();
    }

    private static Map<String, LoggerProfile> byStation() {
        Map<String, LoggerProfile> loggers = new TreeMap<>();
        LoggerProfile.all().forEach(logger -> loggers.put(logger.station(), logger));
        return loggers;
    }

    private static Map<String, List<SampleReading>> measureAll() {
        Map<String, List<SampleReading>> measured = new HashMap<>();
        LOGGERS.forEach((station, logger) ->
                measured.put(station, logger.measure(steps(DAYS)).readings()));
        return measured;
    }

    private static List<Instant> steps(int days) {
        Instant end = BEGIN.plus(Duration.ofDays(days));
        return Stream.iterate(
                        BEGIN.plus(Outbox.INTERVAL), time -> !time.isAfter(end), time -> time.plus(Outbox.INTERVAL))
                .toList();
    }
}
