package vn.quantrac.ingestion.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Line.Readable;
import vn.quantrac.ingestion.telegram.Line.Unreadable;
import vn.quantrac.ingestion.telegram.Reason;

class CsvTextTest {
    private static final String HEAD = "parameter,time,value,unit,status\n";

    private final CsvText csv = new CsvText(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Test
    void a_line_is_read_as_the_head_says() throws BadFieldException {
        List<Line> lines = parse("Status;VALUE;symbol;time;unit\r\n00;58,70;\"PM2,5\";20261124100000;µg/m³\r\n");
        assertThat(lines)
                .containsExactly(new Readable(
                        2,
                        31,
                        71,
                        "PM2,5",
                        new BigDecimal("58.70"),
                        "µg/m³",
                        Instant.parse("2026-11-24T03:00:00Z"),
                        "00"));
    }

    @Test
    void unit_and_status_may_be_left_out() throws BadFieldException {
        Readable reading = (Readable)
                parse("time,parameter,value\n2026-11-24T03:00:00Z,COD,").get(0);
        assertThat(reading.value()).isNull();
        assertThat(reading.unit()).isEmpty();
        assertThat(reading.status()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00:00+07:00,2026-11-24T03:00:00Z",
        "2026-11-24 10:00:00+07:00,2026-11-24T03:00:00Z",
        "2026-11-24T03:00Z,2026-11-24T03:00:00Z",
        "2026-11-24T03:00:00.123456789Z,2026-11-24T03:00:00.123Z",
        "2026-11-23T21:30:00.5-05:30,2026-11-24T03:00:00.5Z",
        "20261124240000,2026-11-24T17:00:00Z",
        "2024-02-29T00:00:00Z,2024-02-29T00:00:00Z",
    })
    void times_are_read_in_these_forms(String text, String time) throws BadFieldException {
        assertThat(((Readable) parse(HEAD + "COD," + text + ",1,mg/L,00").get(0)).time())
                .isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COD,2026-11-24T03:00:00,1,mg/L,00|BAD_TIME",
                "COD,2026-02-29T03:00:00Z,1,mg/L,00|BAD_TIME",
                "COD,2026-11-24T24:00:01Z,1,mg/L,00|BAD_TIME",
                "COD,20261324100000,1,mg/L,00|BAD_TIME",
                "COD,,1,mg/L,00|BAD_TIME",
                "COD,2026-11-24T03:00:00Z,1.2.3,mg/L,00|BAD_VALUE",
                "COD,2026-11-24T03:00:00Z,1e5,mg/L,00|BAD_VALUE",
                "COD,2026-11-24T03:00:00Z,.5,mg/L,00|BAD_VALUE",
                "COD,2026-11-24T03:00:00Z,-,mg/L,00|BAD_VALUE",
                "COD,2026-11-24T03:00:00Z,1,mg/L,0|BAD_STATUS",
                "COD,2026-11-24T03:00:00Z,1,mg/L|BAD_LINE",
                "COD,2026-11-24T03:00:00Z,58,7,mg/L,00|BAD_LINE",
                ",2026-11-24T03:00:00Z,1,mg/L,00|BAD_LINE",
                "\"COD,2026-11-24T03:00:00Z,1,mg/L,00|BAD_LINE",
                "\"COD\"x,2026-11-24T03:00:00Z,1,mg/L,00|BAD_LINE",
                "COD,2026-11-24T03:0|BAD_LINE",
            })
    void what_is_no_reading_is_refused_and_leaves_its_neighbours(String line, Reason reason) throws BadFieldException {
        String good = "TSS,2026-11-24T03:00:00Z,1,mg/L,00\r\n";
        List<Line> lines = parse(HEAD + good + line + "\r\n" + good);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isInstanceOf(Readable.class);
        assertThat(((Unreadable) lines.get(1)).reason()).isEqualTo(reason);
        assertThat(lines.get(1).number()).isEqualTo(3);
        assertThat(lines.get(2)).isInstanceOf(Readable.class);
    }

    @Test
    void nul_bytes_and_lines_without_end_are_refused() throws BadFieldException {
        List<Line> lines = parse(HEAD + "COD\0,1\n" + "x".repeat(10 << 20) + "\nCOD,20261124100000,1,mg/L,00");
        assertThat(lines.subList(0, 2))
                .extracting(line -> ((Unreadable) line).reason())
                .containsExactly(Reason.NOT_TEXT, Reason.LINE_TOO_LONG);
        assertThat(lines.get(2)).isInstanceOf(Readable.class);
    }

    @Test
    void the_byte_order_mark_and_the_vietnamese_code_page_are_understood() throws BadFieldException {
        byte[] content = (HEAD + "Nhiệt độ,20261124100000,31.6,°C,00")
                .replace("ệ", "ê\u0323")
                .replace("ộ", "ô\u0323")
                .getBytes(Charset.forName("windows-1258"));
        assertThat(((Readable) csv.parse(content).get(0)).symbol()).isEqualTo("Nhiệt độ");
        assertThat(parse("\uFEFF" + HEAD + "COD,20261124100000,1,mg/L,00").get(0))
                .isInstanceOf(Readable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parameter,time,value,remark",
                "parameter,time,unit",
                "parameter,symbol,time,value",
                "parameter,time,value,",
                "\"parameter,time,value"
            })
    void a_head_that_says_something_else_is_not_guessed_at(String head) {
        assertThatThrownBy(() -> parse(head + "\nCOD,20261124100000,1,1"))
                .isInstanceOfSatisfying(BadFieldException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.BAD_HEADER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "COD\t58.7\tmg/L\t20250615101500\t00",
                "PM2,5\t58.7\tug/m3\t20250615101500\t00",
                "a,b,c"
            })
    void other_telegrams_are_not_taken_for_csv(String content) {
        assertThat(CsvText.isCsv(content.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    private List<Line> parse(String content) throws BadFieldException {
        return csv.parse(content.getBytes(StandardCharsets.UTF_8));
    }
}
