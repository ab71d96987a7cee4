package vn.quantrac.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import vn.quantrac.feeds.FeedServer;
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
    static final Instant ALWAYS = Instant.parse("2020-01-01T00:00:00Z");

    private static final Duration STEP = Duration.ofMinutes(5);

    private final Instant now;
    private final Map<String, String> units = new HashMap<>();
    private final List<FeedServer.Said> registry = new ArrayList<>();
    private final List<SampleSeries> series = new ArrayList<>();

    SampleProvince(Instant now) {
        this.now = Instant.ofEpochSecond(now.getEpochSecond() / STEP.toSeconds() * STEP.toSeconds());
        lines("parameters").forEach(this::parameter);
        lines("stations").forEach(this::station);
        lines("series").forEach(this::series);
    }

    /** The newest time of measurement. */
    Instant now() {
        return now;
    }

    long datastream(String station, String parameter) {
        return series.stream()
                .filter(one -> one.station().equals(station) && one.parameter().equals(parameter))
                .findFirst()
                .orElseThrow()
                .datastream();
    }

    List<FeedServer.Said> registry() {
        return registry;
    }

    /** Everything measured in the hours until now, in the order in which ingestion would have got it. */
    List<FeedServer.Said> readings(int hours) {
        Random random = new Random(7);
        return Stream.iterate(now.minus(Duration.ofHours(hours)), time -> !time.isAfter(now), time -> time.plus(STEP))
                .skip(1)
                .flatMap(time -> series.stream()
                        .filter(one -> one.reports(time, now))
                        .map(one -> said(one.at(time, now, random))))
                .toList();
    }

    /** A reading as an event. */
    static FeedServer.Said said(Reading reading) {
        return new FeedServer.Said(Reading.TYPE, reading.datastream() + "/" + reading.time(), reading);
    }

    /** Limits, the indices of the hours until now, and the exceedance that lasts. */
    List<FeedServer.Said> verdicts(int hours) {
        List<FeedServer.Said> verdicts = new ArrayList<>();
        series.stream()
                .filter(one -> one.limit() != null)
                .map(one -> new FeedServer.Said(
                        VerdictMessages.APPLIED_LIMIT, one.datastream() + "/" + ALWAYS, one.appliedLimit()))
                .forEach(verdicts::add);
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        for (int ago = hours - 1; ago >= 0; ago--) {
            Instant end = hour.minus(Duration.ofHours(ago));
            verdicts.add(index(VI_THANH, end, 38 + ago % 7));
            verdicts.add(index(NGA_BAY, end, ago > 5 ? 42 : 64 - ago));
        }
        verdicts.add(new FeedServer.Said(VerdictMessages.EXCEEDANCE, "cod", exceedance(hour)));
        return verdicts;
    }

    private Exceedance exceedance(Instant hour) {
        return new Exceedance(
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
                false);
    }

    private static FeedServer.Said index(String station, Instant end, int value) {
        Map<String, Integer> parts = Map.of("PM2,5", value, "NO2", value / 2);
        return new FeedServer.Said(
                VerdictMessages.AIR_QUALITY_INDEX,
                station + "/1h/" + end,
                new AirQualityIndex(station, Averaging.HOUR, end, value, "PM2,5", parts, 0));
    }

    private void parameter(String[] field) {
        units.put(field[0], field[3]);
        List<Medium> media = Stream.of(field[5].split(" ")).map(Medium::valueOf).toList();
        entry(
                RegistryMessages.PARAMETER,
                field[0],
                new Parameter(
                        field[1],
                        field[2],
                        field[3],
                        field[4],
                        media,
                        null,
                        null,
                        List.of(),
                        "TT 10/2021/TT-BTNMT",
                        true));
    }

    private void station(String[] field) {
        Medium medium = Medium.valueOf(field[3]);
        double latitude = Double.parseDouble(field[4]);
        double longitude = Double.parseDouble(field[5]);
        String facility = field[7].isEmpty() ? null : field[7];
        String source = facility == null ? null : facility + "-1";
        if (source != null) {
            entry(
                    RegistryMessages.DISCHARGE_SOURCE,
                    source,
                    new DischargeSource(
                            field[1], field[2], facility, field[8], medium, null, latitude, longitude, null));
        }
        entry(
                RegistryMessages.STATION,
                field[0],
                new Station(
                        field[1],
                        field[2],
                        medium,
                        latitude,
                        longitude,
                        field[6] + ", Cần Thơ",
                        source,
                        facility,
                        List.of(),
                        300));
    }

    private void series(String[] field) {
        long id = series.size() + 1L;
        BigDecimal limit = field[4].isEmpty() ? null : new BigDecimal(field[4]);
        entry(
                RegistryMessages.DATASTREAM,
                field[0] + "/" + field[1],
                new Datastream(id, field[0], field[1], null, List.of()));
        series.add(new SampleSeries(
                id,
                field[0],
                field[1],
                units.get(field[1]),
                Double.parseDouble(field[2]),
                Double.parseDouble(field[3]),
                limit));
    }

    private <T> void entry(String type, String code, T value) {
        registry.add(entry(type, code, value, null));
    }

    /** A datastream that has held always, until an instant or, without one, until now. */
    static FeedServer.Said datastream(Datastream datastream, Instant until) {
        String code = datastream.station() + "/" + datastream.parameter();
        return entry(RegistryMessages.DATASTREAM, code, datastream, until);
    }

    private static <T> FeedServer.Said entry(String type, String code, T value, Instant until) {
        return new FeedServer.Said(
                type, code, new RegistryEntry<>(code, List.of(new Effective<>(ALWAYS, until, value))));
    }

    private static Stream<String[]> lines(String name) {
        try (InputStream text = SampleProvince.class.getResourceAsStream("/sample/" + name + ".txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().map(line -> line.split("\\s*\\|\\s*", -1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
