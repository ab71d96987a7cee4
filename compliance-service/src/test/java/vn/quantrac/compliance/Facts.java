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
public final class Facts {
    public static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    public static final Duration INTERVAL = Duration.ofMinutes(5);

    private final FeedServer feeds;

    public Facts(FeedServer feeds) {
        this.feeds = feeds;
    }

    /** Said once to all tests of this JVM; those of water and of air in their canonical units. */
    public void parametersAreKnown() {
        if (feeds.head("registry") == 0) {
            for (String parameter : List.of("COD", "TSS", "NH4")) {
                parameter(parameter, "mg/L");
            }
            for (String parameter : List.of("PM2,5", "PM10", "O3", "NO2", "SO2")) {
                parameter(parameter, "ug/m3");
            }
            parameter("pH", "[pH]");
            parameter("PM", "mg/m3");
            parameter("CO", "mg/m3");
            parameter("Color", "{Pt-Co}");
            parameter("Flow", "m3/h");
        }
    }

    public void parameter(String code, String unit) {
        entry(
                RegistryMessages.PARAMETER,
                code,
                new Parameter(code, code, unit, unit, List.of(), null, null, List.of(), null, true));
    }

    public void source(String code, Medium medium, Permit permit) {
        entry(
                RegistryMessages.DISCHARGE_SOURCE,
                code,
                new DischargeSource(code, code, "GIAY", "Giấy", medium, null, null, null, permit));
    }

    /** The paper mill of the examples: COD of column A on a large river is 75 × 1.2 × 0.9 = 81.0. */
    public static Permit permit(String standard, String column, String flow, LocalDate issued) {
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

    /** A stack of QCVN 19:2009, column B. */
    public static Permit stackPermit(String flow, int zone) {
        return new Permit(
                "03/GP-UBND",
                LocalDate.of(2017, 9, 1),
                "QCVN 19:2009/BTNMT",
                "B",
                null,
                null,
                new BigDecimal(flow),
                zone,
                List.of());
    }

    /** An outfall by the usual permit, with its source and one parameter. */
    public void outfall(long datastream, String station, String parameter) {
        outfall(datastream, station, parameter, permit("QCVN 40:2011/BTNMT", "A", "8000", LocalDate.of(2020, 1, 15)));
    }

    public void outfall(long datastream, String station, String parameter, Permit permit) {
        String source = "S-" + station;
        source(source, Medium.WASTEWATER, permit);
        station(station, Medium.WASTEWATER, source, null);
        datastream(datastream, station, parameter);
    }

    public void station(String code, Medium medium, String source, String facility) {
        entry(RegistryMessages.STATION, code, stationOf(code, medium, source, facility, 300));
    }

    public static Station stationOf(String code, Medium medium, String source, String facility, int interval) {
        return new Station(code, code, medium, 9.9, 105.8, "Cần Thơ", source, facility, List.of(), interval);
    }

    public void datastream(long id, String station, String parameter) {
        entry(
                RegistryMessages.DATASTREAM,
                station + "/" + parameter,
                new Datastream(id, station, parameter, null, List.of()));
    }

    /** A datastream that is kept in another unit than the parameter's canonical one. */
    public void datastream(long id, String station, String parameter, String unit) {
        entry(
                RegistryMessages.DATASTREAM,
                station + "/" + parameter,
                new Datastream(id, station, parameter, null, List.of(), unit, unit));
    }

    public void entry(String type, String code, Object value) {
        feeds.append("registry", type, code, new RegistryEntry<>(code, List.of(new Effective<>(SINCE, null, value))));
    }

    /** The registry takes an entry back as never valid. */
    public void withdraw(String type, String code) {
        feeds.append("registry", type, code, new RegistryEntry<>(code, List.of()));
    }

    public static Reading reading(long datastream, String station, String parameter, Instant time, String value) {
        return reading(datastream, station, parameter, time, value, "00", 0);
    }

    public static Reading reading(
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
    public static List<Reading> readings(
            long datastream, String station, String parameter, Instant start, Instant end, String value) {
        List<Reading> readings = new ArrayList<>();
        for (Instant time = start.plus(INTERVAL); !time.isAfter(end); time = time.plus(INTERVAL)) {
            readings.add(reading(datastream, station, parameter, time, value));
        }
        return readings;
    }

    public void say(List<Reading> readings) {
        feeds.append(
                "readings",
                readings.stream()
                        .map(reading ->
                                new FeedServer.Said(Reading.TYPE, reading.datastream() + "/" + reading.time(), reading))
                        .toList());
    }
}
