package vn.quantrac.compliance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.quantrac.feeds.FeedServer;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.Permit;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.RegistryMessages;
import vn.quantrac.feeds.registry.Station;

/** Lets the feeds of a test say what registry and ingestion would. */
final class Facts {
    static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    static final Duration INTERVAL = Duration.ofMinutes(5);

    private final FeedServer feeds;

    Facts(FeedServer feeds) {
        this.feeds = feeds;
    }

    void parameter(String code, String unit) {
        entry(
                RegistryMessages.PARAMETER,
                code,
                new Parameter(code, code, unit, unit, List.of(), null, null, List.of(), null, true));
    }

    void source(String code, Medium medium, Permit permit) {
        entry(
                RegistryMessages.DISCHARGE_SOURCE,
                code,
                new DischargeSource(code, code, "GIAY", "Giấy", medium, null, null, null, permit));
    }

    /** The paper mill of the examples: COD of column A on a large river is 75 × 1.2 × 0.9 = 81.0. */
    static Permit permit(String standard, String column, String flow, LocalDate issued) {
        return new Permit(
                "12/GP-UBND",
                issued,
                standard,
                column,
                Permit.ReceivingWater.RIVER,
                new BigDecimal("600"),
                new BigDecimal(flow),
                null,
                List.of());
    }

    void station(String code, Medium medium, String source, String facility) {
        entry(
                RegistryMessages.STATION,
                code,
                new Station(code, code, medium, 9.9, 105.8, "Cần Thơ", source, facility, List.of(), 300));
    }

    void datastream(long id, String station, String parameter) {
        entry(
                RegistryMessages.DATASTREAM,
                station + "/" + parameter,
                new Datastream(id, station, parameter, null, List.of()));
    }

    void entry(String type, String code, Object value) {
        feeds.append("registry", type, code, new RegistryEntry<>(code, List.of(new Effective<>(SINCE, null, value))));
    }

    static Reading reading(long datastream, String station, String parameter, Instant time, String value) {
        return reading(datastream, station, parameter, time, value, "00", 0);
    }

    static Reading reading(
            long datastream,
            String station,
            String parameter,
            Instant time,
            String value,
            String status,
            int revision) {
        return new Reading(
                datastream,
                station,
                parameter,
                time,
                value == null ? null : new BigDecimal(value),
                "mg/L",
                status,
                List.of(),
                revision,
                time.plusSeconds(30));
    }

    /** The same value at every fifth minute of an interval: after its start, and at its end. */
    static List<Reading> readings(
            long datastream, String station, String parameter, Instant start, Instant end, String value) {
        List<Reading> readings = new ArrayList<>();
        for (Instant time = start.plus(INTERVAL); !time.isAfter(end); time = time.plus(INTERVAL)) {
            readings.add(reading(datastream, station, parameter, time, value));
        }
        return readings;
    }

    void say(List<Reading> readings) {
        feeds.append(
                "readings",
                readings.stream()
                        .map(reading ->
                                new FeedServer.Said(Reading.TYPE, reading.datastream() + "/" + reading.time(), reading))
                        .toList());
    }
}
