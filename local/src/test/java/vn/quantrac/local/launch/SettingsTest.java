package vn.quantrac.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.local.CannotRunException;
import vn.quantrac.local.logger.SampleTime;

class SettingsTest {
    private static final Path ROOT = Path.of("/somewhere/quantrac");

    @Test
    void without_a_word_it_is_port_8080_for_this_machine_with_the_sample() {
        assertThat(Settings.from(ROOT, Map.of()))
                .isEqualTo(new Settings(ROOT, ROOT.resolve(".quantrac"), 8080, true, SampleTime.from(Map.of())));
    }

    @Test
    void each_setting_can_be_given() {
        Settings settings = Settings.from(
                ROOT,
                Map.of(
                        "QUANTRAC_PORT", "18080",
                        "QUANTRAC_DATA", "/tmp/data",
                        "QUANTRAC_SAMPLE", "off",
                        "QUANTRAC_SAMPLE_SPEED", "60"));

        assertThat(settings.publicUrl()).isEqualTo("http://localhost:18080");
        assertThat(settings.data()).isEqualTo(Path.of("/tmp/data"));
        assertThat(settings.sample()).isFalse();
        assertThat(settings.sampleTime().speed()).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false", "no", "ON"})
    void the_sample_is_on_or_off_and_nothing_else(String sample) {
        assertThatThrownBy(() -> Settings.from(ROOT, Map.of("QUANTRAC_SAMPLE", sample)))
                .isInstanceOf(CannotRunException.class)
                .hasMessage("QUANTRAC_SAMPLE must be on or off, not '" + sample + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "-1", "http", "80 80"})
    void what_is_no_port_is_refused_in_one_line(String port) {
        assertThatThrownBy(() -> Settings.from(ROOT, Map.of("QUANTRAC_PORT", port)))
                .isInstanceOf(CannotRunException.class)
                .hasMessage("QUANTRAC_PORT must be a port number from 1 to 65535, not '" + port + "'.");
    }
}
