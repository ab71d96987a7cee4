package vn.quantrac.compliance.mean;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeansTest {

    /** DOMAIN 1.3: the eight of twelve values of COD that are of status 00. */
    @Test
    void the_mean_of_what_was_measured() {
        BigDecimal sum = Stream.of("60.1", "61.0", "62.4", "64.0", "65.2", "66.1", "66.9", "67.8")
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(Means.mean(sum, 8)).isEqualTo(new BigDecimal("64.1875"));
    }

    @Test
    void nothing_measured_is_not_zero() {
        assertThat(Means.mean(null, 0)).isNull();
        assertThat(Means.mean(BigDecimal.ZERO, 4)).isEqualTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"10,3,3.3333333333", "20,3,6.6666666667", "19.8,3,6.6", "300,3,100"})
    void a_mean_is_decimal_and_has_no_zeros_at_its_end(BigDecimal sum, int count, String mean) {
        assertThat(Means.mean(sum, count)).hasToString(mean);
    }

    @ParameterizedTest
    @CsvSource({
        "8,12,false",
        "9,12,true",
        "12,12,true",
        "17,24,false",
        "18,24,true",
        "1,2,false",
        "2,2,true",
        "1,1,true"
    })
    void three_quarters_are_enough(int count, int expected, boolean enough) {
        assertThat(Means.enough(count, expected, new BigDecimal("0.75"))).isEqualTo(enough);
    }
}
