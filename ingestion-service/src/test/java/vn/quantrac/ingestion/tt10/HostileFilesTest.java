package vn.quantrac.ingestion.tt10;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.quantrac.ingestion.telegram.Line;

/** Files as loggers of the field write them, byte for byte: what is read of each, and what is refused. */
class HostileFilesTest {
    private final Tt10Text tt10 = new Tt10Text(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** Each reading as symbol, value, unit, time of the day in UTC, status; "?" is what the logger does not say. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "spaces-comma-no-status.txt|COD 58.7 mg/L 03:15 ?; TSS 31.2 mg/L 03:15 00",
                "one-line.txt|pH 7.21 - 03:15 00; COD ? mg/L 03:15 02; PM2,5 26.9 ug/m3 03:15 00",
                "one-line-half-written.txt|pH 7.21 - 03:15 00; COD 58.7 mg/L 03:15 00; BAD_LINE",
                "no-value.txt|COD ? mg/L 03:15 02; TSS ? mg/L 03:15 02",
                "half-written-nul.txt|pH 7.21 - 03:15 00; NOT_TEXT",
                "time-first.txt|COD 58.7 mg/L 03:15 ?; TSS 31.2 ? 03:15 ?; pH 7.21 ? 03:15 ?; NH4 1.84 mg/L 03:15 01",
                "without-unit.txt|COD 58.7 ? 03:15 00; TSS 31.2 ? 03:15 ?; pH 7.21 ? 03:15 00",
                "cp1258.txt|Nhiệt độ 31.6 °C 03:15 00; As 12 µg/L 03:15 00",
                "byte-order-mark.TXT|COD 58.7 mg/L 03:15 00; As 12 µg/L 03:15 00",
                "several-times.txt|COD 58.7 mg/L 03:10 00; COD 59.1 mg/L 03:15 00; COD 59.9 mg/L 17:00 00",
                "spellings.txt|cod 1 mg/L 03:15 00; PM2.5 2 ug/m3 03:15 00; PM-2-5 3 ug/m3 03:15 00;"
                        + " Amoni 4 mg/L 03:15 00; N-NH4 5 mg/L 03:15 00",
                "other-value-later.txt|COD 58.7 mg/L 03:15 00; COD 60.1 mg/L 03:15 00",
                "trailing-tabs.txt|COD 58.7 mg/L 03:15 00; TSS 31.2 mg/L 03:15 00",
                "mixed-separators.txt|COD 58.7 mg/L 03:15 00; TSS 31.2 mg/L 03:15 00",
                "empty.txt|nothing",
            })
    void every_file_is_read_as_it_was_meant(String name, String readings) throws Exception {
        List<String> expected = readings == null ? List.of() : List.of(readings.split("; "));
        assertThat(tt10.parse(hostile(name)))
                .extracting(HostileFilesTest::spoken)
                .containsExactlyElementsOf(expected);
    }

    static byte[] hostile(String name) throws Exception {
        try (var stream = HostileFilesTest.class.getResourceAsStream("/telegrams/hostile/" + name)) {
            return stream.readAllBytes();
        }
    }

    private static String spoken(Line line) {
        if (line instanceof Line.Readable reading) {
            return String.join(
                    " ",
                    reading.symbol(),
                    reading.value() == null ? "?" : reading.value().toPlainString(),
                    reading.unit().isEmpty() ? "?" : reading.unit(),
                    reading.time().toString().substring(11, 16),
                    reading.status() == null ? "?" : reading.status());
        }
        return ((Line.Unreadable) line).reason().name();
    }
}
