package vn.quantrac.publication.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:07:00Z");

    @Test
    void dates_are_whole_days_in_vietnam() {
        assertThat(period("2026-11-23", "2026-11-23"))
                .isEqualTo(new Period(Instant.parse("2026-11-22T17:00:00Z"), Instant.parse("2026-11-23T17:00:00Z")));
    }

    @Test
    void an_offset_may_have_lost_its_plus_sign_on_the_way() {
        assertThat(period("2026-11-24T09:00:00 07:00", null).from()).isEqualTo(Instant.parse("2026-11-24T02:00:00Z"));
    }

    @Test
    void without_ends_it_is_the_usual_time_until_now() {
        assertThat(period(null, null)).isEqualTo(new Period(NOW.minus(Duration.ofDays(1)), NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-11-24T09:00:00", "+999999999-12-31T00:00:00Z", "20261124"})
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> period(text, null))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("understood");
    }

    private static Period period(String from, String to) {
        return Period.of(from, to, Duration.ofDays(1), NOW);
    }
}
