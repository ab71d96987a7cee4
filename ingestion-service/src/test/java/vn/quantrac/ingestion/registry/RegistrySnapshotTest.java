package vn.quantrac.ingestion.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.FeedJson;
import vn.quantrac.feeds.registry.Credential;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.Station;

class RegistrySnapshotTest {
    private static final Instant BEFORE = Instant.parse("2025-06-01T00:00:00Z");
    private static final Instant MERGER = Instant.parse("2025-07-01T00:00:00Z");
    private static final LocalDate CALIBRATED_TO = LocalDate.parse("2025-12-31");
    private static final Instant AFTER = Instant.parse("2025-08-01T00:00:00Z");

    private final RegistryEntries entries = new RegistryEntries(FeedJson.mapper());

    @Test
    void an_alias_holds_from_its_date_and_the_old_code_goes_on() throws Exception {
        put("station", "HG_GIAY_NUO001", until(MERGER, station()), since(MERGER, station("CT_GIAY_NUO001")));
        assertThat(snapshot().stationCode("ct_giay_nuo001", BEFORE)).isEmpty();
        assertThat(snapshot().stationCode("ct_giay_nuo001", AFTER)).contains("HG_GIAY_NUO001");
        assertThat(snapshot().stationCode("HG_GIAY_NUO001", BEFORE)).contains("HG_GIAY_NUO001");
        assertThat(snapshot().stationCode("HG_GIAY_NUO001", AFTER)).contains("HG_GIAY_NUO001");
    }

    @Test
    void a_station_that_is_no_more_is_not_known() throws Exception {
        put("station", "HG_GIAY_NUO001", until(MERGER, station()));
        assertThat(snapshot().stationCode("HG_GIAY_NUO001", AFTER)).isEmpty();
    }

    @Test
    void the_symbol_of_the_stations_own_logger_comes_first() throws Exception {
        put("parameter", "PM", since(BEFORE, parameter("mg/m3")));
        put("parameter", "PM10", since(BEFORE, parameter("ug/m3")));
        put("datastream", "S/PM", since(BEFORE, new Datastream(1, "S", "PM", null, List.of())));
        put("datastream", "S/PM10", since(BEFORE, new Datastream(2, "S", "PM10", null, List.of("pm"))));
        assertThat(snapshot().series("S", "PM", AFTER))
                .hasValueSatisfying(series -> assertThat(series.datastream()).isEqualTo(2));
    }

    @Test
    void a_symbol_is_read_as_it_was_meant_at_the_time() throws Exception {
        put("parameter", "NH4", since(BEFORE, parameter("mg/L", "Amoni")));
        put("parameter", "TN", since(BEFORE, parameter("mg/L")));
        put(
                "datastream",
                "S/NH4",
                until(MERGER, new Datastream(1, "S", "NH4", null, List.of("N"))),
                since(MERGER, new Datastream(1, "S", "NH4", null, List.of())));
        put("datastream", "S/TN", since(MERGER, new Datastream(2, "S", "TN", null, List.of("N"))));
        assertThat(snapshot().series("S", "n", BEFORE).orElseThrow().parameter())
                .isEqualTo("NH4");
        assertThat(snapshot().series("S", "n", AFTER).orElseThrow().parameter()).isEqualTo("TN");
        assertThat(snapshot().series("S", "amoni", AFTER).orElseThrow().parameter())
                .isEqualTo("NH4");
        assertThat(snapshot().series("OTHER", "amoni", AFTER)).isEmpty();
    }

    @Test
    void a_datastream_may_have_a_unit_of_its_own_and_what_is_plausible_follows_it() throws Exception {
        put(
                "parameter",
                "SO2",
                since(
                        BEFORE,
                        new Parameter(
                                "SO2",
                                "SO2",
                                "ug/m3",
                                "µg/Nm³",
                                List.of(),
                                BigDecimal.ZERO,
                                new BigDecimal("2000000"),
                                List.of(),
                                null,
                                true)));
        put("datastream", "A/SO2", since(BEFORE, new Datastream(1, "A", "SO2", null, List.of())));
        put("datastream", "S/SO2", since(BEFORE, new Datastream(2, "S", "SO2", "I", List.of(), "mg/m3", "mg/Nm³")));
        put(
                "instrument",
                "I",
                since(
                        BEFORE,
                        new Instrument(
                                "S", List.of("SO2"), "x", "x", "x", null, new BigDecimal("1500000"), CALIBRATED_TO)));
        assertThat(snapshot().series("A", "SO2", AFTER)).hasValueSatisfying(ambient -> {
            assertThat(ambient.unit()).isEqualTo("ug/m3");
            assertThat(ambient.plausibleMax()).isEqualByComparingTo("2000000");
        });
        assertThat(snapshot().series("S", "SO2", AFTER)).hasValueSatisfying(stack -> {
            assertThat(stack.unit()).isEqualTo("mg/m3");
            assertThat(stack.unitSymbol()).isEqualTo("mg/Nm³");
            assertThat(stack.plausibleMin()).isEqualByComparingTo("0");
            assertThat(stack.plausibleMax()).isEqualByComparingTo("2000");
            assertThat(stack.rangeMin()).isNull();
            assertThat(stack.rangeMax()).isEqualByComparingTo("1500");
            assertThat(stack.calibrationValidTo()).isEqualTo(CALIBRATED_TO);
        });
    }

    @Test
    void the_range_of_an_instrument_for_two_parameters_says_nothing_of_either() throws Exception {
        put("parameter", "NO", since(BEFORE, parameter("mg/m3")));
        put("datastream", "S/NO", since(BEFORE, new Datastream(1, "S", "NO", "I", List.of())));
        put(
                "instrument",
                "I",
                since(
                        BEFORE,
                        new Instrument("S", List.of("NO", "SO2"), "x", "x", "x", null, BigDecimal.TEN, CALIBRATED_TO)));
        assertThat(snapshot().series("S", "NO", AFTER)).hasValueSatisfying(series -> {
            assertThat(series.rangeMax()).isNull();
            assertThat(series.calibrationValidTo()).isEqualTo(CALIBRATED_TO);
        });
    }

    @Test
    void two_credentials_hold_during_a_rotation() throws Exception {
        put("credential", "1", until(AFTER, new Credential("S", "aa")));
        put("credential", "2", since(MERGER, new Credential("S", "bb")));
        assertThat(snapshot().credentials("S", BEFORE).values())
                .extracting(Credential::secretSha256)
                .containsExactly("aa");
        assertThat(snapshot().credentials("S", MERGER)).hasSize(2);
        assertThat(snapshot().credentials("S", AFTER).values())
                .extracting(Credential::secretSha256)
                .containsExactly("bb");
    }

    @Test
    void a_certificate_is_of_the_stations_that_hold_and_have_it_as_a_credential() throws Exception {
        put("station", "S", since(BEFORE, station()));
        put("station", "ENDED", until(MERGER, station()));
        put("credential", "1", until(AFTER, new Credential("S", null, "aa")));
        put("credential", "2", since(BEFORE, new Credential("ENDED", null, "aa")));
        put("credential", "3", since(BEFORE, new Credential("S", "aa")));
        assertThat(snapshot().certified("aa", MERGER)).containsExactly(new SignedIn("S", "1"));
        assertThat(snapshot().certified("aa", AFTER)).isEmpty();
        assertThat(snapshot().certified("bb", MERGER)).isEmpty();
    }

    private RegistrySnapshot snapshot() {
        return new RegistrySnapshot(entries);
    }

    @SafeVarargs
    private <T> void put(String type, String code, Effective<T>... periods) throws Exception {
        entries.put(type, code, FeedJson.mapper().writeValueAsString(new RegistryEntry<>(code, List.of(periods))));
    }

    private static <T> Effective<T> since(Instant from, T value) {
        return new Effective<>(from, null, value);
    }

    private static <T> Effective<T> until(Instant end, T value) {
        return new Effective<>(Instant.EPOCH, end, value);
    }

    private static Station station(String... aliases) {
        return new Station("x", "x", Medium.WASTEWATER, 9.9, 105.8, "x", null, null, Arrays.asList(aliases), 300);
    }

    private static Parameter parameter(String unit, String... symbols) {
        return new Parameter(
                "x", "x", unit, unit, List.of(), BigDecimal.ZERO, null, Arrays.asList(symbols), null, true);
    }
}
