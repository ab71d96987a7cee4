package vn.quantrac.ingestion;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.FeedJson;
import vn.quantrac.feeds.registry.Credential;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.RegistryMessages;
import vn.quantrac.feeds.registry.Station;

/** Three stations of the sample province, as the registry would say them. */
public final class RegistryFixture {
    public static final String PAPER_MILL = "HG_GIAY_NUO001";
    public static final String PAPER_MILL_ALIAS = "CT_GIAY_NUO001";
    public static final String STACK = "HG_DUON_KHI001";
    public static final String AIR = "HG_VITH_KHI002";
    public static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");
    private static final ObjectMapper JSON = FeedJson.mapper();
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            PAPER_MILL, List.of("Flow", "pH", "Temp", "COD", "TSS", "NH4", "Color"),
            STACK, List.of("PM", "SO2", "NO", "CO", "O2", "Temp", "P", "Flow"),
            AIR, List.of("PM10", "PM2,5", "NO2", "SO2", "CO", "O3"));

    private RegistryFixture() {}

    /** The secret of a station's credential. */
    public static String secretOf(String station) {
        return "secret-of-" + station;
    }

    /** The id of a datastream: fixed by the order of the lists above. */
    public static long datastream(String station, String parameter) {
        long base = station.equals(PAPER_MILL) ? 100 : station.equals(STACK) ? 200 : 300;
        return base + PARAMETERS.get(station).indexOf(parameter);
    }

    public static List<FeedEvent> events() {
        List<FeedEvent> events = new ArrayList<>();
        source(events);
        parameters(events);
        for (String station : List.of(PAPER_MILL, STACK, AIR)) {
            station(events, station);
            for (String parameter : PARAMETERS.get(station)) {
                add(
                        events,
                        RegistryMessages.DATASTREAM,
                        station + "/" + parameter,
                        new Datastream(datastream(station, parameter), station, parameter, null, List.of()));
            }
            events.add(credential(events.size() + 1, "credential-of-" + station, station, secretOf(station), null));
        }
        return events;
    }

    private static void source(List<FeedEvent> events) {
        add(
                events,
                RegistryMessages.DISCHARGE_SOURCE,
                "GIAY-NT1",
                new DischargeSource(
                        "Cửa xả", "Outfall", "GIAY", "Nhà máy giấy", Medium.WASTEWATER, null, 9.9, 105.8, null));
    }

    private static void station(List<FeedEvent> events, String code) {
        boolean paperMill = code.equals(PAPER_MILL);
        add(
                events,
                RegistryMessages.STATION,
                code,
                new Station(
                        code,
                        code,
                        paperMill ? Medium.WASTEWATER : Medium.AMBIENT_AIR,
                        9.9,
                        105.8,
                        "Cần Thơ",
                        paperMill ? "GIAY-NT1" : null,
                        null,
                        paperMill ? List.of(PAPER_MILL_ALIAS) : List.of(),
                        300));
    }

    private static void parameters(List<FeedEvent> events) {
        parameter(events, "Flow", "m3/h", "m³/h", "0", null);
        parameter(events, "pH", "[pH]", "pH", "2", "13");
        parameter(events, "Temp", "Cel", "°C", "0", "400");
        parameter(events, "COD", "mg/L", "mg/L", "0", "5000");
        parameter(events, "TSS", "mg/L", "mg/L", "0", "2000");
        parameter(events, "NH4", "mg/L", "mg/L", "0", "200", "Amoni", "N-NH4", "NH4-N", "NH4+");
        parameter(events, "Color", "{Pt-Co}", "Pt-Co", "0", "2000");
        for (String gas : List.of("PM", "NO", "SO2", "CO", "NO2", "O3", "PM10")) {
            parameter(events, gas, gas.equals("PM") || gas.equals("NO") ? "mg/m3" : "ug/m3", "µg/Nm³", null, null);
        }
        parameter(events, "PM2,5", "ug/m3", "µg/Nm³", "0", "1000", "PM2.5");
        parameter(events, "O2", "%", "%V", "0", "21");
        parameter(events, "P", "kPa", "kPa", null, null);
    }

    private static void parameter(
            List<FeedEvent> events,
            String code,
            String unit,
            String unitSymbol,
            String min,
            String max,
            String... symbols) {
        add(
                events,
                RegistryMessages.PARAMETER,
                code,
                new Parameter(
                        code,
                        code,
                        unit,
                        unitSymbol,
                        List.of(),
                        min == null ? null : new BigDecimal(min),
                        max == null ? null : new BigDecimal(max),
                        Arrays.asList(symbols),
                        null,
                        true));
    }

    /** A credential that is valid until {@code validTo}, or for good. */
    public static FeedEvent credential(long cursor, String id, String station, String secret, Instant validTo) {
        return event(
                cursor,
                RegistryMessages.CREDENTIAL,
                id,
                new RegistryEntry<>(
                        id, List.of(new Effective<>(SINCE, validTo, new Credential(station, sha256(secret))))));
    }

    /** A certificate that is a credential until {@code validTo}, or for good. */
    public static FeedEvent certificate(String id, String station, String sha256, Instant validTo) {
        return periods(
                RegistryMessages.CREDENTIAL,
                id,
                new Effective<>(SINCE, validTo, new Credential(station, null, sha256)));
    }

    private static void add(List<FeedEvent> events, String type, String code, Object value) {
        events.add(event(
                events.size() + 1,
                type,
                code,
                new RegistryEntry<>(code, List.of(new Effective<>(SINCE, null, value)))));
    }

    /** That an entry holds since 2020; it gets its cursor when it is said. */
    public static FeedEvent entry(String type, String code, Object value) {
        return periods(type, code, new Effective<>(SINCE, null, value));
    }

    /** The whole of what holds of an entry. */
    @SafeVarargs
    public static <T> FeedEvent periods(String type, String code, Effective<T>... periods) {
        return event(0, type, code, new RegistryEntry<>(code, Arrays.asList(periods)));
    }

    private static FeedEvent event(long cursor, String type, String code, Object entry) {
        return new FeedEvent(cursor, type, code, JSON.valueToTree(entry));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
