package vn.quantrac.publication.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationCsvTest {
    private static final Instant TIME = Instant.parse("2026-11-24T03:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-2", "@SUM(A1)", "\tx"})
    void no_text_is_taken_for_a_formula(String text) {
        assertThat(ObservationCsv.harmless(text)).isEqualTo("'" + text);
    }

    @Test
    void a_number_stays_a_number_and_a_comma_is_quoted() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ObservationCsv csv = new ObservationCsv(out, false, false)) {
            csv.write(
                    0,
                    new Observation(
                            1,
                            "S",
                            "PM2,5",
                            TIME,
                            new BigDecimal("-0.420"),
                            "kPa",
                            "00",
                            List.of("late", "x"),
                            0,
                            TIME));
        }
        assertThat(out.toString(StandardCharsets.UTF_8).split("\r\n")[1])
                .isEqualTo("S,\"PM2,5\",2026-11-24T03:00:00.000Z,-0.420,kPa,00,late x,0,2026-11-24T03:00:00.000Z");
    }
}
