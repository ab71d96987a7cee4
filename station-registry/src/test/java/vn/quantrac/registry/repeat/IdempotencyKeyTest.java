package vn.quantrac.registry.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    private static final String UUID = "1b4e28ba-2fa1-11d2-883f-0016d3cca427";

    @Test
    void a_secret_can_be_made_again_with_its_key_and_salt_only() {
        String salt = Hashes.random();
        String secret = IdempotencyKey.of(UUID, "admin").secret(salt);
        assertThat(secret)
                .hasSize(43)
                .isEqualTo(IdempotencyKey.of(UUID, "admin").secret(salt));
        assertThat(secret)
                .isNotEqualTo(IdempotencyKey.of(UUID, "admin").secret(Hashes.random()))
                .isNotEqualTo(IdempotencyKey.of(UUID + "x", "admin").secret(salt));
    }

    @Test
    void a_key_of_somebody_else_is_another_key() {
        assertThat(IdempotencyKey.of(UUID, "a").sha256())
                .isNotEqualTo(IdempotencyKey.of(UUID, "b").sha256());
    }

    @Test
    void without_a_key_every_secret_is_another() {
        IdempotencyKey none = IdempotencyKey.of(null, "admin");
        assertThat(none.isAbsent()).isTrue();
        assertThat(none.secret(Hashes.random())).isNotEqualTo(none.secret(Hashes.random()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with blanks in it", "khóa-không-hợp-lệ"})
    void what_is_too_easily_used_twice_is_no_key(String header) {
        assertThatThrownBy(() -> IdempotencyKey.of(header, "admin")).isInstanceOf(HttpProblem.class);
    }
}
