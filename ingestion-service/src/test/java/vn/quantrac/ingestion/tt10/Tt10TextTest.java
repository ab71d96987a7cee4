package vn.quantrac.ingestion.tt10;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Line.Readable;
import vn.quantrac.ingestion.telegram.Line.Unreadable;
import vn.quantrac.ingestion.telegram.Reason;

class Tt10TextTest {
    private static final Instant TIME = Instant.parse("2025-06-15T03:15:00Z");
    private final Tt10Text tt10 = new Tt10Text(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Test
    void the_paper_mill_file_has_seven_readings() throws Exception {
        List<Line> lines = tt10.parse(example("HG_GIAY_NUO001_20250615101500.txt"));
        assertThat(lines).hasSize(7).allSatisfy(line -> {
            assertThat(((Readable) line).time()).isEqualTo(TIME);
            assertThat(((Readable) line).status()).isEqualTo("00");
        });
        Readable cod = (Readable) lines.get(3);
        assertThat(cod.number()).isEqualTo(4);
        assertThat(cod.symbol()).isEqualTo("COD");
        assertThat(cod.value()).isEqualTo("58.7");
        assertThat(cod.unit()).isEqualTo("mg/L");
    }

    @Test
    void the_stack_file_keeps_its_status_codes_and_a_negative_value() throws Exception {
        List<Line> lines = tt10.parse(example("HG_DUON_KHI001_20250615101500.txt"));
        assertThat(lines)
                .extracting(line -> ((Readable) line).status())
                .containsExactly("00", "02", "00", "00", "01", "00", "00", "00");
        assertThat(((Readable) lines.get(6)).value()).isEqualTo("-0.42");
    }

    @Test
    void a_symbol_may_hold_a_comma() throws Exception {
        List<Line> lines = tt10.parse(example("HG_VITH_KHI002_20250615100000.txt"));
        assertThat(lines).hasSize(6);
        assertThat(((Readable) lines.get(1)).symbol()).isEqualTo("PM2,5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COD→58.7→mg/L→20250615101500→0|BAD_STATUS",
                "COD→58.7→mg/L→202506151015|BAD_LINE",
                "COD→58.7→mg/L→202506151015→00|BAD_TIME",
                "COD→58.7→mg/L→20250632101500→00|BAD_TIME",
                "COD→58.7→mg/L→20250615241000→00|BAD_TIME",
                "COD→1,234.5→mg/L→20250615101500→00|BAD_VALUE",
                "COD→1e5→mg/L→20250615101500→00|BAD_VALUE",
                "COD→NaN→mg/L→20250615101500→00|BAD_VALUE",
                "→58.7→mg/L→20250615101500→00|BAD_LINE",
                "COD→58.|BAD_LINE",
                "garbage|BAD_LINE",
            })
    void what_is_no_record_is_refused_with_its_reason(String line, Reason reason) {
        assertThat(parse(line)).singleElement().satisfies(only -> assertThat(((Unreadable) only).reason())
                .isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COD→58,7→mg/L→20250615101500→00|58.7",
                "COD→58.70→mg/L→20250615101500→00→|58.70",
                "COD 58.7 mg/L 20250615101500 00|58.7",
                "COD→ 58.7 →mg/L→20250615101500→00|58.7",
                "COD→+58.7→mg/L→20250615101500→00|58.7",
            })
    void spellings_of_a_decimal_and_of_a_record_are_read_alike(String line, String value) {
        assertThat(((Readable) parse(line).get(0)).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COD 58,7 mg/L 20250615101500",
                "COD→58.7→mg/L→20250615101500→",
                "COD→58.7→mg/L→20250615101500",
            })
    void a_status_that_is_not_written_is_not_made_up(String line) {
        assertThat(((Readable) parse(line).get(0)).status()).isNull();
    }

    @Test
    void three_dashes_and_nothing_are_no_value() {
        assertThat(parse("COD→---→mg/L→20250615101500→02\nCOD→→mg/L→20250615101500→02"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(((Readable) line).value()).isNull());
    }

    @Test
    void hour_24_is_the_end_of_its_day() {
        assertThat(((Readable) parse("COD→1→mg/L→20250615240000→00").get(0)).time())
                .isEqualTo("2025-06-15T17:00:00Z");
    }

    @Test
    void all_records_on_one_line_are_told_apart_by_fives() {
        assertThat(parse("COD→1→mg/L→20250615101500→00→TSS→2→mg/L→20250615101500→00→"))
                .extracting(line -> ((Readable) line).symbol())
                .containsExactly("COD", "TSS");
    }

    @Test
    void a_bad_line_does_not_disturb_its_neighbours() {
        List<Line> lines = parse("COD→1→mg/L→20250615101500→00\r\nTSS→\0\0→mg/L\r\n\r\npH→7→-→20250615101500→00");
        assertThat(lines).hasSize(3);
        assertThat(((Unreadable) lines.get(1)).reason()).isEqualTo(Reason.NOT_TEXT);
        assertThat(((Readable) lines.get(2)).number()).isEqualTo(4);
    }

    @Test
    void a_line_of_a_megabyte_is_refused_and_the_next_one_read() {
        char[] long1 = new char[1 << 20];
        Arrays.fill(long1, 'x');
        List<Line> lines = parse(new String(long1) + "\nCOD→1→mg/L→20250615101500→00");
        assertThat(((Unreadable) lines.get(0)).reason()).isEqualTo(Reason.LINE_TOO_LONG);
        assertThat(((Readable) lines.get(1)).symbol()).isEqualTo("COD");
    }

    @Test
    void a_byte_order_mark_and_old_code_pages_are_read() {
        byte[] windows =
                "\u00EF\u00BB\u00BFCOD\t1\t\u00B5g/L\t20250615101500\t00".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(((Readable) tt10.parse(windows).get(0)).unit()).isEqualTo("µg/L");
        assertThat(((Readable) tt10.parse(windows).get(0)).symbol()).isEqualTo("COD");
    }

    @Test
    void nothing_and_white_space_hold_no_records() {
        assertThat(parse("")).isEmpty();
        assertThat(parse("\r\n \t\r\n")).isEmpty();
    }

    @Test
    void a_line_knows_its_bytes() {
        byte[] content =
                "pH→7→-→20250615101500→00\r\ngarbage\r\n".replace('→', '\t').getBytes(StandardCharsets.UTF_8);
        Line garbage = tt10.parse(content).get(1);
        assertThat(new String(content, garbage.from(), garbage.to() - garbage.from(), StandardCharsets.UTF_8))
                .isEqualTo("garbage\r");
    }

    private List<Line> parse(String text) {
        return tt10.parse(text.replace('→', '\t').getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] example(String name) throws Exception {
        try (var stream = Tt10TextTest.class.getResourceAsStream("/telegrams/" + name)) {
            return stream.readAllBytes();
        }
    }
}
