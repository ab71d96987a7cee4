package vn.quantrac.local.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The readings of the end-to-end test, with results that can be computed by hand.
 *
 * <p>Paper mill, COD: {@value #EXCEEDING_COD} all through the first day, {@value #COMPLIANT_COD} all through the second;
 * its limit is 75 × Kq 1.2 × Kf 0.9 = 81.0 mg/L as a 24-h mean. One hour of the first day is calibration at 180, which
 * must not count. Vị Thanh, air: PM2.5 of the decision's own example over twelve hours of the second day.
 */
final class KnownReadings {
    static final String PAPER_MILL = "HG_GIAY_NUO001";
    static final String SEAFOOD = "HG_THSA_NUO001";
    static final String AIR = "HG_VITH_KHI002";
    static final String EXCEEDING_COD = "90.0";
    static final String COMPLIANT_COD = "70.0";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final int CALIBRATED_HOUR = 10;
    /** Decision 1459/QĐ-TCMT, its example of a Nowcast, oldest first: 20.3 µg/m³, AQI 41. */
    private static final List<String> PM25 =
            List.of("26.9", "24.7", "20.5", "23.5", "19.5", "16.5", "19.0", "16.5", "20.3", "22.4", "19.6", "20.6");

    private final LocalDate first = LocalDate.now(VIETNAM).minusDays(3);

    Instant firstDay() {
        return at(first, 0);
    }

    Instant secondDay() {
        return at(first.plusDays(1), 0);
    }

    Instant thirdDay() {
        return at(first.plusDays(2), 0);
    }

    /** The label of the hour whose VN_AQI is known. */
    Instant knownHour() {
        return at(first.plusDays(1), 20);
    }

    /** Files of an hour each, over two days and the first hour of the third. */
    List<Telegram> paperMill() {
        return telegrams(steps(firstDay(), thirdDay().plus(Duration.ofHours(1)))
                .map(time -> List.of(cod(time), reading(PAPER_MILL, "pH", time, "7.2", "-", "00")))
                .flatMap(Collection::stream)
                .collect(Collectors.toList()));
    }

    List<Telegram> air() {
        List<SentReading> readings = new ArrayList<>();
        Instant begin = knownHour().minus(Duration.ofHours(PM25.size()));
        for (int hour = 0; hour < PM25.size(); hour++) {
            boolean last = hour == PM25.size() - 1;
            Instant start = begin.plus(Duration.ofHours(hour));
            String pm25 = PM25.get(hour);
            steps(start, start.plus(Duration.ofHours(1))).forEach(time -> {
                readings.add(reading(AIR, "PM2,5", time, pm25, "ug/m3", "00"));
                if (last) {
                    readings.add(reading(AIR, "O3", time, "136.1", "ug/m3", "00"));
                    readings.add(reading(AIR, "NO2", time, "118.7", "ug/m3", "00"));
                }
            });
        }
        Instant after = knownHour().plus(INTERVAL);
        readings.add(reading(AIR, "PM2,5", after, "25.0", "ug/m3", "00"));
        readings.add(reading(AIR, "O3", after, "130.0", "ug/m3", "00"));
        readings.add(reading(AIR, "NO2", after, "110.0", "ug/m3", "00"));
        return telegrams(readings);
    }

    /** A day of the seafood plant, one telegram an hour, with a device fault in it. */
    List<Telegram> seafood() {
        return telegrams(steps(firstDay(), secondDay())
                .map(time -> reading(
                        SEAFOOD,
                        "COD",
                        time,
                        Long.toString(60 + time.getEpochSecond() / 300 % 50) + ".5",
                        "mg/L",
                        time.equals(at(first, 13)) ? "02" : "00"))
                .collect(Collectors.toList()));
    }

    /** Later corrections of readings already sent, in this order: the second corrects the first. */
    List<SentReading> revisions() {
        SentReading seafood = seafood().get(3).readings().get(5);
        SentReading paperMill = paperMill().get(0).readings().get(0);
        return List.of(seafood.with("71.5"), seafood.with("72.25"), paperMill.with("90.5"));
    }

    private SentReading cod(Instant time) {
        LocalDate day = time.minusNanos(1).atZone(VIETNAM).toLocalDate();
        int hour = time.minusNanos(1).atZone(VIETNAM).getHour();
        if (day.equals(first) && hour == CALIBRATED_HOUR) {
            return reading(PAPER_MILL, "COD", time, "180.0", "mg/L", "01");
        }
        return reading(PAPER_MILL, "COD", time, day.equals(first) ? EXCEEDING_COD : COMPLIANT_COD, "mg/L", "00");
    }

    /** The measuring times of an interval: after its start, and its end. */
    private static java.util.stream.Stream<Instant> steps(Instant start, Instant end) {
        return java.util.stream.Stream.iterate(
                start.plus(INTERVAL), time -> !time.isAfter(end), time -> time.plus(INTERVAL));
    }

    private static List<Telegram> telegrams(List<SentReading> readings) {
        return readings.stream()
                .collect(Collectors.groupingBy(
                        reading -> reading.time().minusNanos(1).truncatedTo(java.time.temporal.ChronoUnit.HOURS),
                        TreeMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(Telegram::new)
                .toList();
    }

    private static SentReading reading(
            String station, String parameter, Instant time, String value, String unit, String status) {
        return new SentReading(station, parameter, time, value, unit, status);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(VIETNAM).toInstant();
    }
}
