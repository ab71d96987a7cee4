package vn.quantrac.ingestion.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.quantrac.ingestion.registry.RegistrySnapshot;
import vn.quantrac.ingestion.registry.SampleRegistry;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Line;

class ReadingRulesTest {
    private static final Instant NOON = Instant.parse("2026-06-15T05:00:00Z");

    private final RegistrySnapshot registry = SampleRegistry.snapshot();

    @Test
    void without_a_status_nothing_is_assumed() {
        assertThatThrownBy(() -> reading(rules(Map.of()), "COD", "5", "mg/L", null))
                .hasMessage("The device status is missing");
    }

    @Test
    void a_province_may_take_a_missing_status_as_measuring_and_it_is_said() throws BadFieldException {
        ReadingRules rules = rules(Map.of("ingestion.reading.missing-status", "measuring"));
        assertThat(reading(rules, "COD", "5", "mg/L", null))
                .returns("00", NewReading::status)
                .returns(List.of("status_assumed"), NewReading::flags);
        assertThat(reading(rules, "COD", "5", "mg/L", "02").flags()).isEmpty();
    }

    @Test
    void a_missing_unit_is_the_canonical_one_and_it_is_said_where_it_matters() throws BadFieldException {
        assertThat(reading(rules(Map.of()), "COD", "5", "", "00").flags()).containsExactly("unit_assumed");
        assertThat(reading(rules(Map.of()), "COD", null, "", "02").flags()).isEmpty();
        assertThat(reading(rules(Map.of()), "pH", "7", "", "00").flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COD|58.7|",
                "COD|0|",
                "COD|-0.1|negative out_of_range",
                "COD|299.9|",
                "COD|300|saturated",
                "COD|300.5|saturated",
                "COD|5001|out_of_range saturated",
                "pH|7.2|",
                "pH|1.9|out_of_range",
                "pH|1|out_of_range saturated",
                "pH|0|out_of_range saturated zero",
                "pH|14|out_of_range saturated",
                "pH|-1|negative out_of_range saturated",
            })
    void a_value_that_cannot_be_right_is_accepted_and_flagged(String symbol, String value, String flags)
            throws BadFieldException {
        String unit = symbol.equals("pH") ? "-" : "mg/L";
        assertThat(String.join(
                        " ", reading(rules(Map.of()), symbol, value, unit, "00").flags()))
                .isEqualTo(flags == null ? "" : flags);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-30T16:59:59Z,",
        "2026-06-30T17:00:00Z,calibration_expired",
    })
    void a_certificate_holds_until_its_last_day_ends_in_vietnam(Instant time, String flag) throws BadFieldException {
        List<String> flags = reading(rules(Map.of()), "COD", "5", "mg/L", "00", time, Duration.ZERO)
                .flags();
        assertThat(flags).isEqualTo(flag == null ? List.of() : List.of(flag));
    }

    @ParameterizedTest
    @CsvSource({
        "PT5M,",
        "PT5M1S,late",
        "PT6H54M,late",
        "PT7H1M,clock_suspect late",
        "PT7H6M,late",
        "PT1440H,late",
        "PT-5M,",
    })
    void what_comes_late_says_so_and_seven_hours_hint_at_a_clock_of_utc(Duration late, String flags)
            throws BadFieldException {
        assertThat(String.join(
                        " ",
                        reading(rules(Map.of()), "COD", "5", "mg/L", "00", NOON, late)
                                .flags()))
                .isEqualTo(flags == null ? "" : flags);
    }

    @Test
    void a_clock_that_is_seven_hours_ahead_is_refused_with_the_hint() {
        assertThatThrownBy(() -> reading(rules(Map.of()), "COD", "5", "mg/L", "00", NOON, Duration.ofHours(-7)))
                .hasMessageContaining("time zone?");
    }

    private NewReading reading(ReadingRules rules, String symbol, String value, String unit, String status)
            throws BadFieldException {
        return reading(rules, symbol, value, unit, status, NOON, Duration.ofMinutes(1));
    }

    private NewReading reading(
            ReadingRules rules, String symbol, String value, String unit, String status, Instant time, Duration late)
            throws BadFieldException {
        BigDecimal number = value == null ? null : new BigDecimal(value);
        Line.Readable line = new Line.Readable(1, 0, 1, symbol, number, unit, time, status);
        return rules.reading(line, SampleRegistry.STATION, time.plus(late), registry);
    }

    private static ReadingRules rules(Map<String, String> settings) {
        ReadingConfig config = new SmallRyeConfigBuilder()
                .withMapping(ReadingConfig.class)
                .withDefaultValues(settings)
                .withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(ReadingConfig.class);
        return new ReadingRules(config, ZoneId.of("Asia/Ho_Chi_Minh"));
    }
}
