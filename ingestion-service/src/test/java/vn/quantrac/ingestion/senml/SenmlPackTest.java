package vn.quantrac.ingestion.senml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.feeds.FeedJson;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Line.Readable;
import vn.quantrac.ingestion.telegram.Line.Unreadable;
import vn.quantrac.ingestion.telegram.Reason;

/** Records as RFC 8428 resolves them; some of its own examples are among them. */
class SenmlPackTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    @Test
    void base_values_hold_until_another_record_says_otherwise() throws BadFieldException {
        List<Line> lines = parse("[{'bn':'HG_GIAY_NUO001/','bt':1764000000,'bu':'mg/l','bstatus':'00'},"
                + "{'n':'COD','v':58.70},{'n':'TSS','t':-300,'v':12},{'n':'pH','u':'pH','v':7.1,'status':'01'},"
                + "{'bn':'urn:dev:ow:10e2073a01080063:','bu':'Cel','n':'Temp','v':23.1}]");
        assertThat(lines)
                .extracting(SenmlPackTest::written)
                .containsExactly(
                        "2 COD 58.70 mg/l 2025-11-24T16:00:00Z 00",
                        "3 TSS 12 mg/l 2025-11-24T15:55:00Z 00",
                        "4 pH 7.1 pH 2025-11-24T16:00:00Z 01",
                        "5 Temp 23.1 Cel 2025-11-24T16:00:00Z 00");
    }

    @Test
    void the_multiple_data_points_of_the_standard_are_read() throws BadFieldException {
        List<Line> lines = parse("[{'bn':'urn:dev:ow:10e2073a0108006:','bt':1.276020076001e+09,'bu':'A','bver':5,"
                + "'n':'voltage','u':'V','v':120.1},{'n':'current','t':-5,'v':1.2},{'n':'current','v':1.7}]");
        assertThat(lines)
                .extracting(SenmlPackTest::written)
                .containsExactly(
                        "1 voltage 120.1 V 2010-06-08T18:01:16.001Z null",
                        "2 current 1.2 A 2010-06-08T18:01:11.001Z null",
                        "3 current 1.7 A 2010-06-08T18:01:16.001Z null");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2026-11-24T03:00:00Z",
        "-60, 2026-11-24T02:59:00Z",
        "-0.25, 2026-11-24T02:59:59.750Z",
        "268435455, 2035-05-28T00:24:15Z",
        "268435456, 1978-07-04T21:24:16Z",
        "1764000000.5, 2025-11-24T16:00:00.500Z",
    })
    void a_time_below_two_to_the_28_is_relative_to_now(String time, Instant expected) throws BadFieldException {
        assertThat(((Readable) one("{'n':'COD','v':1,'t':" + time + "}")).time())
                .isEqualTo(expected);
    }

    @Test
    void no_time_is_now_and_no_status_is_not_made_up() throws BadFieldException {
        Readable reading = (Readable) one("{'n':'COD','v':1}");
        assertThat(reading.time()).isEqualTo(NOW);
        assertThat(reading.status()).isNull();
        assertThat(reading.unit()).isEmpty();
    }

    @Test
    void the_base_value_is_added_exactly() throws BadFieldException {
        assertThat(((Readable) one("{'bv':20.1,'n':'COD','v':0.2}")).value()).isEqualTo("20.3");
    }

    @Test
    void a_value_may_be_said_not_to_be_there() throws BadFieldException {
        assertThat(((Readable) one("{'bv':20,'n':'COD','v':null,'status':'02'}")).value())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "COD, COD",
        "a/b/PM2.5, PM2.5",
        "urn:dev:mac:0024befffe804ff1:NH4-N, NH4-N",
        "urn:dev:ow:10e2073a01080063/outlet:Flow, Flow",
    })
    void the_last_part_of_the_name_is_the_symbol(String name, String symbol) throws BadFieldException {
        assertThat(((Readable) one("{'n':'" + name + "','v':1}")).symbol()).isEqualTo(symbol);
        assertThat(((Readable) one("{'bn':'" + name + "','v':1}")).symbol()).isEqualTo(symbol);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'v':1}|BAD_LINE",
                "{'n':'_COD','v':1}|BAD_LINE",
                "{'n':'COD out','v':1}|BAD_LINE",
                "{'n':'HG_GIAY_NUO001/','v':1}|BAD_LINE",
                "{'n':7,'v':1}|BAD_LINE",
                "{'n':'COD','v':1,'u':3}|BAD_LINE",
                "{'n':'COD','v':1,'bver':11}|BAD_LINE",
                "{'n':'COD','v':1,'calibrated_':true}|BAD_LINE",
                "{'n':'COD'}|BAD_VALUE",
                "{'n':'COD','v':'58.7'}|BAD_VALUE",
                "{'n':'COD','vs':'58.7'}|BAD_VALUE",
                "{'n':'COD','vb':true}|BAD_VALUE",
                "{'n':'COD','s':5}|BAD_VALUE",
                "{'n':'COD','v':1e999999999}|BAD_VALUE",
                "{'n':'COD','v':1,'bv':'x'}|BAD_VALUE",
                "{'n':'COD','v':1,'t':'now'}|BAD_TIME",
                "{'n':'COD','v':1,'bt':1e18}|BAD_TIME",
                "{'n':'COD','v':1,'status':'ok'}|BAD_STATUS",
                "{'n':'COD','v':1,'status':0}|BAD_LINE",
                "7|BAD_LINE",
                "null|BAD_LINE",
            })
    void what_is_no_record_is_refused_with_its_reason(String record, Reason reason) throws BadFieldException {
        assertThat(((Unreadable) one(record)).reason()).isEqualTo(reason);
    }

    @Test
    void a_wrong_record_leaves_the_others_and_knows_its_bytes() throws BadFieldException {
        String wrong = "{'n':'độ','v':1}";
        byte[] text = ("[ {'n':'COD','v':1} , " + wrong + ",\n {'n':'TSS','v':2}]")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        List<Line> lines = new SenmlPack(FeedJson.mapper()).parse(text, NOW);
        assertThat(lines).hasSize(3);
        Line second = lines.get(1);
        assertThat(second).isInstanceOf(Unreadable.class);
        assertThat(new String(text, second.from(), second.to() - second.from(), StandardCharsets.UTF_8))
                .isEqualTo(wrong.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[{'n':'COD'", "[{'n':'COD','v':1}", "{}", "7", "[] x", "[1,]"})
    void what_is_no_pack_is_refused_as_a_whole(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(BadFieldException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.INVALID_JSON));
    }

    @Test
    void a_pack_of_a_hundred_thousand_levels_is_refused() {
        assertThatThrownBy(() -> parse("[".repeat(100_000))).isInstanceOf(BadFieldException.class);
    }

    private static String written(Line line) {
        Readable reading = (Readable) line;
        return "%d %s %s %s %s %s"
                .formatted(
                        reading.number(),
                        reading.symbol(),
                        reading.value(),
                        reading.unit(),
                        reading.time(),
                        reading.status());
    }

    private static Line one(String record) throws BadFieldException {
        return parse("[" + record + "]").get(0);
    }

    private static List<Line> parse(String text) throws BadFieldException {
        return new SenmlPack(FeedJson.mapper()).parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), NOW);
    }
}
