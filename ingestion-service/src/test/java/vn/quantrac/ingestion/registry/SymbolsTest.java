package vn.quantrac.ingestion.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"PM2,5|PM2.5", "PM-2-5|PM2.5", "pm2_5|PM2.5", "cod|COD", "NH4-N|NH4N", "N-NH4|NNH4", "NH4+|nh4+"})
    void spellings_of_one_symbol_are_the_same(String one, String other) {
        assertThat(Symbols.normal(one)).isEqualTo(Symbols.normal(other));
    }

    @Test
    void a_decimal_point_makes_a_difference() {
        assertThat(Symbols.normal("PM1.0")).isNotEqualTo(Symbols.normal("PM10"));
    }
}
