package vn.quantrac.registry.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.Permit;
import vn.quantrac.feeds.registry.Permit.PermitLimit;
import vn.quantrac.feeds.registry.Permit.ReceivingWater;
import vn.quantrac.feeds.registry.Station;

class EntryRulesTest {
    private final EntryRules rules =
            new EntryRules(new UcumEssenceService(EntryRulesTest.class.getResourceAsStream("/ucum-essence.xml")));

    EntryRulesTest() throws UcumException {}

    private static Parameter parameter(String unit, String least, String greatest) {
        return new Parameter(
                "x",
                "x",
                unit,
                "x",
                List.of(Medium.WASTEWATER),
                least == null ? null : new BigDecimal(least),
                greatest == null ? null : new BigDecimal(greatest),
                List.of(),
                null,
                false);
    }

    private static DischargeSource source(Medium medium, Permit permit) {
        return new DischargeSource("x", "x", "GIAY", null, medium, null, null, null, permit);
    }

    private static Permit permit(
            String standard, String column, ReceivingWater water, Integer zone, PermitLimit... of) {
        return new Permit(null, null, standard, column, water, null, null, zone, List.of(of));
    }

    private static Station at(double latitude, double longitude) {
        return new Station("x", "x", Medium.WASTEWATER, latitude, longitude, null, null, null, List.of(), 300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cel",
                "[pH]",
                "mg/L",
                "uS/cm",
                "[NTU]",
                "[hnsf'U]",
                "{Pt-Co}",
                "m3/h",
                "ug/m3",
                "mg/m3",
                "%",
                "kPa",
                "m/s",
                "deg",
                "mm",
                "dB[SPL]"
            })
    void units_of_the_field_are_ucum_codes(String unit) {
        assertThat(rules.broken(parameter(unit, null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mg/Nm3", "µg/m³", "NTU", "Pt-Co", "m³/h", "oC"})
    void units_as_people_write_them_are_none(String unit) {
        assertThat(rules.broken(parameter(unit, null, null)))
                .singleElement()
                .asString()
                .startsWith("unit: ");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"0,1,0", "-,1,0", "0,-,0", "1.0,1,1", "2,1,1"})
    void the_least_plausible_value_is_below_the_greatest(String least, String greatest, int broken) {
        assertThat(rules.broken(parameter("mg/L", least, greatest))).hasSize(broken);
    }

    @Test
    void a_permit_says_from_which_standard_and_column_its_limits_follow() {
        assertThat(rules.broken(source(Medium.WASTEWATER, null))).isEmpty();
        assertThat(rules.broken(source(Medium.WASTEWATER, permit("QCVN 40:2011/BTNMT", "A", null, null))))
                .isEmpty();
        assertThat(rules.broken(source(Medium.WASTEWATER, permit(null, " ", null, null))))
                .containsExactly("permit.standard: must be given", "permit.column: must be given");
    }

    @Test
    void zones_are_for_gas_and_receiving_waters_for_wastewater() {
        Permit gas = permit("QCVN 19:2009/BTNMT", "B", null, 3);
        Permit water = permit("QCVN 40:2011/BTNMT", "B", ReceivingWater.RIVER, null);
        assertThat(rules.broken(source(Medium.STACK_GAS, gas))).isEmpty();
        assertThat(rules.broken(source(Medium.WASTEWATER, water))).isEmpty();
        assertThat(rules.broken(source(Medium.WASTEWATER, gas))).containsExactly("permit.zone: is for gas only");
        assertThat(rules.broken(source(Medium.STACK_GAS, water)))
                .containsExactly("permit.receivingWater: is for wastewater only");
        assertThat(rules.broken(source(Medium.STACK_GAS, permit("QCVN 19:2009/BTNMT", "B", null, 6))))
                .containsExactly("permit.zone: must be 1 to 5");
    }

    @Test
    void a_limit_of_a_permit_has_a_parameter_and_a_bound_and_comes_once() {
        PermitLimit good = new PermitLimit("pH", new BigDecimal("6"), new BigDecimal("9"));
        PermitLimit without = new PermitLimit("COD", null, null);
        Permit permit = permit("QCVN 40:2011/BTNMT", "A", null, null, good, good, without);
        assertThat(rules.broken(source(Medium.WASTEWATER, permit)))
                .containsExactly(
                        "permit.limits: must each have a min or a max, and the min below the max",
                        "permit.limits: must not name a parameter twice");
    }

    @ParameterizedTest
    @CsvSource({"9.93,105.8,''", "105.8,9.93,are the axes swapped?", "48.2,16.4,is not in Viet Nam"})
    void a_station_is_in_viet_nam(double latitude, double longitude, String complaint) {
        assertThat(String.join(";", rules.broken(at(latitude, longitude)))).contains(complaint);
    }

    @Test
    void a_good_station_breaks_no_rule() {
        assertThat(rules.broken(at(9.93, 105.8))).isEmpty();
    }

    @Test
    void a_range_is_not_upside_down() {
        Instrument instrument = new Instrument(
                "HG_GIAY_NUO001", List.of("COD"), null, null, null, BigDecimal.TEN, BigDecimal.ONE, null);
        assertThat(rules.broken(instrument)).containsExactly("rangeMin: must be less than rangeMax");
    }

    @Test
    void a_datastream_may_have_a_unit_of_its_own_with_its_symbol() {
        assertThat(rules.broken(datastream(null, null))).isEmpty();
        assertThat(rules.broken(datastream("mg/m3", "mg/Nm³"))).isEmpty();
        assertThat(rules.broken(datastream("mg/m3", null)))
                .containsExactly("unitSymbol: must be given together with unit");
        assertThat(rules.broken(datastream(null, "mg/Nm³")))
                .containsExactly("unitSymbol: must be given together with unit");
        assertThat(rules.broken(datastream("mg/Nm3", "mg/Nm³")))
                .singleElement()
                .asString()
                .startsWith("unit: is no UCUM code");
    }

    private static Datastream datastream(String unit, String unitSymbol) {
        return new Datastream(1, "HG_DUON_KHI001", "SO2", null, List.of(), unit, unitSymbol);
    }
}
