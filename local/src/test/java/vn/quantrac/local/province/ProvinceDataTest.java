package vn.quantrac.local.province;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fhir.ucum.UcumEssenceService;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.Permit;
import vn.quantrac.feeds.registry.Station;

/** The files of the sample province agree with the registry's records and with each other. */
class ProvinceDataTest {
    private static final ObjectMapper STRICT = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Map<String, Parameter> parameters = current(ProvinceData.PARAMETERS, Parameter.class);
    private final Map<String, DischargeSource> sources = current(ProvinceData.SOURCES, DischargeSource.class);
    private final Map<String, Station> stations = current(ProvinceData.STATIONS, Station.class);
    private final Map<String, Instrument> instruments = current(ProvinceData.INSTRUMENTS, Instrument.class);

    @Test
    void the_province_has_what_it_is_to_show() {
        assertThat(stations.values().stream().collect(Collectors.groupingBy(Station::medium, Collectors.counting())))
                .isEqualTo(Map.of(
                        Medium.SURFACE_WATER, 2L, Medium.AMBIENT_AIR, 2L, Medium.WASTEWATER, 2L, Medium.STACK_GAS, 1L));
        assertThat(sources).hasSize(3);
        assertThat(stations).containsKeys("HG_GIAY_NUO001", "HG_THSA_NUO001", "HG_DUON_KHI001", "HG_VITH_KHI002");
    }

    @Test
    void every_station_lies_in_the_province_and_changed_its_administrative_unit_with_the_merger() {
        Instant merger = Instant.parse("2025-06-30T17:00:00Z");
        for (List<ObjectNode> periods : ProvinceData.entries(ProvinceData.STATIONS)) {
            assertThat(periods).hasSize(2);
            assertThat(periods.get(0).get("administrativeUnit").asText()).endsWith(", tỉnh Hậu Giang");
            assertThat(periods.get(1).get("administrativeUnit").asText()).endsWith(", thành phố Cần Thơ");
            assertThat(Instant.parse(periods.get(1).get("validFrom").asText())).isEqualTo(merger);
            assertThat(periods.get(1).get("nameVi")).isEqualTo(periods.get(0).get("nameVi"));
        }
        stations.values().forEach(station -> {
            assertThat(station.latitude()).isBetween(9.55, 9.99);
            assertThat(station.longitude()).isBetween(105.32, 105.93);
        });
    }

    @Test
    void every_unit_is_a_ucum_code() throws Exception {
        UcumEssenceService ucum =
                new UcumEssenceService(UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml"));
        parameters.forEach((code, parameter) ->
                assertThat(ucum.validate(parameter.unit())).as(code).isNull());
    }

    @Test
    void a_parameter_that_no_act_names_is_not_called_verified() {
        parameters.forEach((code, parameter) ->
                assertThat(parameter.verified()).as(code).isEqualTo(parameter.sourceRef() != null));
    }

    @Test
    void every_datastream_has_its_station_its_parameter_and_an_instrument_that_measures_it() {
        List<Datastream> datastreams = datastreams();
        assertThat(datastreams.stream().map(one -> one.station() + "/" + one.parameter()))
                .doesNotHaveDuplicates();
        for (Datastream datastream : datastreams) {
            String name = datastream.station() + "/" + datastream.parameter();
            assertThat(stations).as(name).containsKey(datastream.station());
            assertThat(parameters).as(name).containsKey(datastream.parameter());
            assertThat(parameters.get(datastream.parameter()).media())
                    .as(name)
                    .contains(stations.get(datastream.station()).medium());
            Instrument instrument = instruments.get(datastream.instrument());
            assertThat(instrument.station()).as(name).isEqualTo(datastream.station());
            assertThat(instrument.parameters()).as(name).contains(datastream.parameter());
        }
        assertThat(datastreams.stream().map(Datastream::station)).containsAll(stations.keySet());
    }

    @Test
    void permits_lead_to_the_limits_that_the_sample_is_made_for() {
        Permit paper = sources.get("GIAY-NT01").permit();
        assertThat(List.of(paper.standard(), paper.column())).containsExactly("QCVN 40:2011/BTNMT", "A");
        // Q > 500 m³/s: Kq 1.2; F > 5 000 m³/day: Kf 0.9.
        assertThat(paper.receivingFlow()).isGreaterThan(new BigDecimal(500));
        assertThat(paper.dischargeFlow()).isEqualByComparingTo("8000");
        Permit stack = sources.get("DUON-KT01").permit();
        assertThat(List.of(stack.standard(), stack.column())).containsExactly("QCVN 19:2009/BTNMT", "B");
        assertThat(stack.zone()).isBetween(1, 5);
        sources.values().forEach(source -> assertThat(source.permit().issued())
                .as("before QCVN 40:2025")
                .isBefore("2025-09-01"));
        stations.values().stream()
                .filter(station -> station.dischargeSource() != null)
                .forEach(station -> assertThat(
                                sources.get(station.dischargeSource()).facility())
                        .isEqualTo(station.facility()));
    }

    /** TT 10/2021, Art. 35. The limits are computed by hand: C × Kq × Kf, and C × Kp × Kv in µg/m³ for gases. */
    @Test
    void instruments_at_sources_read_at_least_three_times_the_limit() {
        Map<String, String> limits = Map.ofEntries(
                Map.entry("HG_GIAY_NUO001/COD", "81.0"),
                Map.entry("HG_GIAY_NUO001/TSS", "54.0"),
                Map.entry("HG_GIAY_NUO001/NH4", "5.40"),
                Map.entry("HG_GIAY_NUO001/Color", "50"),
                Map.entry("HG_GIAY_NUO001/Temp", "40"),
                Map.entry("HG_THSA_NUO001/COD", "148.5"),
                Map.entry("HG_THSA_NUO001/TSS", "99.0"),
                Map.entry("HG_THSA_NUO001/NH4", "9.90"),
                Map.entry("HG_THSA_NUO001/Cl", "1.98"),
                Map.entry("HG_THSA_NUO001/Temp", "40"),
                Map.entry("HG_DUON_KHI001/PM", "180"),
                Map.entry("HG_DUON_KHI001/SO2", "450000"),
                Map.entry("HG_DUON_KHI001/NOx", "765000"),
                Map.entry("HG_DUON_KHI001/CO", "900000"));
        Map<String, BigDecimal> ranges = new HashMap<>();
        instruments.values().forEach(instrument -> instrument
                .parameters()
                .forEach(parameter -> ranges.put(instrument.station() + "/" + parameter, instrument.rangeMax())));
        limits.forEach((datastream, limit) -> assertThat(ranges.get(datastream))
                .as(datastream)
                .isGreaterThanOrEqualTo(new BigDecimal(limit).multiply(new BigDecimal(3))));
    }

    private static List<Datastream> datastreams() {
        List<Datastream> all = new ArrayList<>();
        ProvinceData.entries(ProvinceData.DATASTREAMS)
                .forEach(periods -> all.add(read(periods.get(0).put("id", 0), Datastream.class)));
        return all;
    }

    /** The newest period of each entry, read as strictly as the registry does. */
    private static <T> Map<String, T> current(String collection, Class<T> type) {
        Map<String, T> entries = new HashMap<>();
        for (List<ObjectNode> periods : ProvinceData.entries(collection)) {
            ObjectNode last = periods.get(periods.size() - 1);
            assertThat(entries.put(last.get("code").asText(), read(last, type)))
                    .as(last.get("code").asText() + " stands once in " + collection)
                    .isNull();
        }
        return entries;
    }

    private static <T> T read(ObjectNode entry, Class<T> type) {
        ObjectNode attributes = entry.deepCopy();
        attributes.remove(List.of("code", "validFrom"));
        try {
            return STRICT.treeToValue(attributes, type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(entry.toString(), e);
        }
    }
}
