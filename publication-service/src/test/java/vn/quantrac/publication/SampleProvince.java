package vn.quantrac.publication;

import static vn.quantrac.feeds.registry.Medium.AMBIENT_AIR;
import static vn.quantrac.feeds.registry.Medium.STACK_GAS;
import static vn.quantrac.feeds.registry.Medium.SURFACE_WATER;
import static vn.quantrac.feeds.registry.Medium.WASTEWATER;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.RegistryMessages;
import vn.quantrac.feeds.registry.Station;
import vn.quantrac.feeds.verdicts.AirQualityIndex;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;
import vn.quantrac.feeds.verdicts.Exceedance;
import vn.quantrac.feeds.verdicts.VerdictMessages;

/** Hậu Giang with seven stations, as the other services would tell of it; the same numbers for the same time. */
final class SampleProvince {
    static final String PAPER = "HG_GIAY_NUO001";
    static final String SEAFOOD = "HG_THUS_NUO001";
    static final String BOILER = "HG_DUON_KHI001";
    static final String XA_NO = "HG_XANO_NUO001";
    static final String CAI_LON = "HG_CAIL_NUO001";
    static final String VI_THANH = "HG_VITH_KHI001";
    static final String NGA_BAY = "HG_NGAB_KHI001";

    private static final Instant ALWAYS = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(5);

    private final Instant now;
    private final Map<String, Long> datastreams = new LinkedHashMap<>();
    private final List<FeedServer.Said> registry = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();

    SampleProvince(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.HOURS)
                .plus(STEP.multipliedBy(
                        Duration.between(now.truncatedTo(ChronoUnit.HOURS), now).dividedBy(STEP)));
        parameters();
        stations();
    }

    Instant now() {
        return now;
    }

    long datastream(String station, String parameter) {
        return datastreams.get(station + "/" + parameter);
    }

    List<FeedServer.Said> registry() {
        return registry;
    }

    private void parameters() {
        parameter("Flow", "Lưu lượng", "Flow", "m3/h", "m³/h", WASTEWATER, STACK_GAS);
        parameter("pH", "pH", "pH", "[pH]", "", SURFACE_WATER, WASTEWATER);
        parameter("Temp", "Nhiệt độ", "Temperature", "Cel", "°C", SURFACE_WATER, WASTEWATER, STACK_GAS);
        parameter("COD", "Nhu cầu oxy hóa học (COD)", "Chemical oxygen demand", "mg/L", "mg/L", WASTEWATER);
        parameter("TSS", "Tổng chất rắn lơ lửng (TSS)", "Total suspended solids", "mg/L", "mg/L", WASTEWATER);
        parameter("NH4", "Amoni (tính theo N)", "Ammonium as N", "mg/L", "mg/L", SURFACE_WATER, WASTEWATER);
        parameter("Color", "Độ màu", "Colour", "{Pt-Co}", "Pt-Co", WASTEWATER);
        parameter("DO", "Oxy hòa tan (DO)", "Dissolved oxygen", "mg/L", "mg/L", SURFACE_WATER);
        parameter("PM10", "Bụi PM10", "PM10", "ug/m3", "µg/m³", AMBIENT_AIR);
        parameter("PM2,5", "Bụi mịn PM2,5", "PM2.5", "ug/m3", "µg/m³", AMBIENT_AIR);
        parameter("NO2", "Nitơ dioxit (NO2)", "Nitrogen dioxide (NO2)", "ug/m3", "µg/m³", AMBIENT_AIR);
        parameter("SO2", "Lưu huỳnh dioxit (SO2)", "Sulphur dioxide (SO2)", "mg/m3", "mg/Nm³", STACK_GAS);
        parameter("CO", "Cacbon monoxit (CO)", "Carbon monoxide (CO)", "mg/m3", "mg/Nm³", STACK_GAS);
        parameter("PM", "Bụi tổng", "Total dust", "mg/m3", "mg/Nm³", STACK_GAS);
        parameter("O3", "Ozon (O3)", "Ozone (O3)", "ug/m3", "µg/m³", AMBIENT_AIR);
    }

    private void stations() {
        station(
                PAPER,
                "Nước thải nhà máy giấy",
                "Paper mill outfall",
                WASTEWATER,
                9.931,
                105.838,
                "Xã Châu Thành",
                "GIAY");
        measures(PAPER, "COD", 84, 9, "81.0");
        measures(PAPER, "TSS", 36, 5, "54.0");
        measures(PAPER, "NH4", 2.4, .6, "5.4");
        measures(PAPER, "pH", 7.2, .2, null);
        measures(PAPER, "Color", 38, 4, "50");
        measures(PAPER, "Temp", 31.6, .8, "40");
        measures(PAPER, "Flow", 512, 40, null);
        station(
                SEAFOOD,
                "Nước thải chế biến thủy sản",
                "Seafood plant outfall",
                WASTEWATER,
                9.816,
                105.812,
                "Phường Ngã Bảy",
                "THUS");
        measures(SEAFOOD, "COD", 51, 8, "74.3");
        measures(SEAFOOD, "TSS", 29, 4, "49.5");
        measures(SEAFOOD, "NH4", 5.1, .9, "9.9");
        measures(SEAFOOD, "pH", 7.4, .2, null);
        station(
                BOILER,
                "Ống khói lò hơi bã mía",
                "Bagasse boiler stack",
                STACK_GAS,
                9.786,
                105.655,
                "Xã Hiệp Hưng",
                "DUON");
        measures(BOILER, "PM", 96, 14, "200");
        measures(BOILER, "SO2", 84, 16, "500");
        measures(BOILER, "CO", 214, 40, "1000");
        measures(BOILER, "Temp", 148, 5, null);
        station(
                XA_NO,
                "Kênh xáng Xà No tại Vị Thanh",
                "Xa No canal at Vi Thanh",
                SURFACE_WATER,
                9.784,
                105.470,
                "Phường Vị Thanh",
                null);
        measures(XA_NO, "pH", 6.9, .1, null);
        measures(XA_NO, "DO", 4.6, .9, null);
        measures(XA_NO, "Temp", 29.4, 1.2, null);
        measures(XA_NO, "NH4", .42, .1, null);
        station(
                CAI_LON,
                "Sông Cái Lớn tại Long Mỹ",
                "Cai Lon river at Long My",
                SURFACE_WATER,
                9.682,
                105.571,
                "Phường Long Mỹ",
                null);
        measures(CAI_LON, "pH", 6.7, .1, null);
        measures(CAI_LON, "DO", 3.9, .7, null);
        measures(CAI_LON, "Temp", 29.1, 1.1, null);
        station(
                VI_THANH,
                "Không khí trung tâm Vị Thanh",
                "Ambient air, Vi Thanh centre",
                AMBIENT_AIR,
                9.774,
                105.455,
                "Phường Vị Thanh",
                null);
        station(
                NGA_BAY,
                "Không khí khu công nghiệp Sông Hậu",
                "Ambient air, Song Hau industrial park",
                AMBIENT_AIR,
                9.945,
                105.875,
                "Xã Đông Phước",
                null);
        for (String air : List.of(VI_THANH, NGA_BAY)) {
            double more = air.equals(NGA_BAY) ? 1.6 : 1;
            measures(air, "PM2,5", 19 * more, 6, null);
            measures(air, "PM10", 34 * more, 9, null);
            measures(air, "NO2", 23 * more, 6, null);
            measures(air, "O3", 62, 24, null);
        }
    }

    /** Everything measured in the hours until now, in the order in which ingestion would have got it. */
    List<FeedServer.Said> readings(int hours) {
        List<FeedServer.Said> readings = new ArrayList<>();
        Random random = new Random(7);
        for (Instant time = now.minus(Duration.ofHours(hours)).plus(STEP); !time.isAfter(now); time = time.plus(STEP)) {
            for (Series one : series) {
                if (one.reports(time, now)) {
                    readings.add(said(one.at(time, now, random)));
                }
            }
        }
        return readings;
    }

    /** A reading as an event. */
    static FeedServer.Said said(Reading reading) {
        return new FeedServer.Said(Reading.TYPE, reading.datastream() + "/" + reading.time(), reading);
    }

    /** Limits, the indices of the hours until now, and the exceedance that lasts. */
    List<FeedServer.Said> verdicts(int hours) {
        List<FeedServer.Said> verdicts = new ArrayList<>();
        for (Series one : series) {
            if (one.limit != null) {
                verdicts.add(new FeedServer.Said(
                        VerdictMessages.APPLIED_LIMIT, one.datastream + "/" + ALWAYS, one.appliedLimit()));
            }
        }
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        for (int ago = hours - 1; ago >= 0; ago--) {
            Instant end = hour.minus(Duration.ofHours(ago));
            verdicts.add(index(VI_THANH, end, 38 + ago % 7));
            verdicts.add(index(NGA_BAY, end, ago > 5 ? 42 : 64 - ago));
        }
        verdicts.add(new FeedServer.Said(
                VerdictMessages.EXCEEDANCE,
                "cod",
                new Exceedance(
                        "cod",
                        datastream(PAPER, "COD"),
                        PAPER,
                        "COD",
                        "QCVN 40:2011/BTNMT",
                        Averaging.HOUR,
                        null,
                        new BigDecimal("81.0"),
                        "mg/L",
                        hour.minus(Duration.ofHours(4)),
                        hour,
                        null,
                        4,
                        new BigDecimal("95.5"),
                        new BigDecimal("1.179"),
                        3,
                        false)));
        return verdicts;
    }

    private static FeedServer.Said index(String station, Instant end, int value) {
        return new FeedServer.Said(
                VerdictMessages.AIR_QUALITY_INDEX,
                station + "/1h/" + end,
                new AirQualityIndex(
                        station, Averaging.HOUR, end, value, "PM2,5", Map.of("PM2,5", value, "NO2", value / 2), 0));
    }

    private void parameter(String code, String vi, String en, String unit, String symbol, Medium... media) {
        entry(
                RegistryMessages.PARAMETER,
                code,
                new Parameter(
                        vi,
                        en,
                        unit,
                        symbol,
                        Arrays.asList(media),
                        null,
                        null,
                        List.of(),
                        "TT 10/2021/TT-BTNMT",
                        true));
    }

    private void station(
            String code,
            String vi,
            String en,
            Medium medium,
            double latitude,
            double longitude,
            String unit,
            String facility) {
        if (facility != null) {
            entry(
                    RegistryMessages.DISCHARGE_SOURCE,
                    facility + "-1",
                    new DischargeSource(vi, en, facility, vi, medium, null, latitude, longitude, null));
        }
        entry(
                RegistryMessages.STATION,
                code,
                new Station(
                        vi,
                        en,
                        medium,
                        latitude,
                        longitude,
                        unit + ", Cần Thơ",
                        facility == null ? null : facility + "-1",
                        facility,
                        List.of(),
                        300));
    }

    private void measures(String station, String parameter, double level, double swing, String limit) {
        long id = datastreams.size() + 1L;
        datastreams.put(station + "/" + parameter, id);
        entry(
                RegistryMessages.DATASTREAM,
                station + "/" + parameter,
                new Datastream(id, station, parameter, null, List.of()));
        series.add(new Series(id, station, parameter, level, swing, limit == null ? null : new BigDecimal(limit)));
    }

    private <T> void entry(String type, String code, T value) {
        registry.add(new FeedServer.Said(
                type, code, new RegistryEntry<>(code, List.of(new Effective<>(ALWAYS, null, value)))));
    }

    /** A daily wave with noise; some are calibrated, one has failed, one station is silent. */
    private record Series(
            long datastream, String station, String parameter, double level, double swing, BigDecimal limit) {
        boolean reports(Instant time, Instant now) {
            return !station.equals(CAI_LON) || time.isBefore(now.minus(Duration.ofMinutes(100)));
        }

        Reading at(Instant time, Instant now, Random random) {
            double hour = time.getEpochSecond() % 86_400 / 3600.0;
            double value =
                    level + swing * Math.sin((hour - 2) / 24 * 2 * Math.PI) + swing * .25 * random.nextGaussian();
            String status = status(time, now);
            BigDecimal shown = BigDecimal.valueOf(status.equals("01") ? level * 1.5 : Math.max(0, value))
                    .setScale(level < 10 ? 2 : 1, RoundingMode.HALF_UP);
            return new Reading(
                    datastream,
                    station,
                    parameter,
                    time,
                    status.equals("02") ? null : shown,
                    unit(),
                    status,
                    List.of(),
                    0,
                    time.plusSeconds(20));
        }

        private String status(Instant time, Instant now) {
            boolean calibrated = station.equals(SEAFOOD)
                    && parameter.equals("COD")
                    && time.isAfter(now.minus(Duration.ofHours(9)))
                    && time.isBefore(now.minus(Duration.ofHours(8)));
            boolean failed = station.equals(BOILER)
                    && parameter.equals("SO2")
                    && time.isAfter(now.minus(Duration.ofMinutes(50)));
            return calibrated ? "01" : failed ? "02" : "00";
        }

        private String unit() {
            return switch (parameter) {
                case "Flow" -> "m3/h";
                case "pH" -> "[pH]";
                case "Temp" -> "Cel";
                case "Color" -> "{Pt-Co}";
                case "PM10", "PM2,5", "NO2", "O3" -> "ug/m3";
                case "SO2", "CO", "PM" -> "mg/m3";
                default -> "mg/L";
            };
        }

        AppliedLimit appliedLimit() {
            String standard = station.equals(BOILER) ? "QCVN 19:2009/BTNMT" : "QCVN 40:2011/BTNMT";
            return new AppliedLimit(
                    datastream,
                    station,
                    parameter,
                    standard,
                    "A",
                    Averaging.HOUR,
                    null,
                    limit,
                    unit(),
                    "75 × Kq 1.2 × Kf 0.9",
                    true,
                    ALWAYS,
                    null,
                    false);
        }
    }
}
