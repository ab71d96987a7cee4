package vn.quantrac.ingestion.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    static ReadingRules rules(Map<String, String> settings) {
        ReadingConfig config = new SmallRyeConfigBuilder()
                .withMapping(ReadingConfig.class)
                .withDefaultValues(settings)
                .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .build()
                .getConfigMapping(ReadingConfig.class);
        return new ReadingRules(config);
    }
}
