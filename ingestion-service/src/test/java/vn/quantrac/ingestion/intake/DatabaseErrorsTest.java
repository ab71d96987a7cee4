package vn.quantrac.ingestion.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseErrorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "40001", "40P01", "53100", "53300", "55P03", "57P01", "57P03", "58030"})
    void what_passes_is_waited_for(String state) {
        assertThat(DatabaseErrors.isOfTheData(wrapped(new SQLException("x", state))))
                .isFalse();
    }

    @Test
    void no_connection_at_all_is_waited_for() {
        assertThat(DatabaseErrors.isOfTheData(wrapped(new SQLException("acquisition timeout"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P05", "23505", "54000", "42703"})
    void what_fails_the_same_again_is_of_the_data(String state) {
        assertThat(DatabaseErrors.isOfTheData(wrapped(new SQLException("x", state))))
                .isTrue();
    }

    @Test
    void a_failure_of_our_own_keeps_nobody_waiting() {
        assertThat(DatabaseErrors.isOfTheData(new IllegalStateException(new NullPointerException())))
                .isTrue();
    }

    private static RuntimeException wrapped(SQLException failure) {
        return new IllegalStateException("Readings are not stored", failure);
    }
}
