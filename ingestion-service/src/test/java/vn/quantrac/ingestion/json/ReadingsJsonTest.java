package vn.quantrac.ingestion.json;

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

class ReadingsJsonTest {
    private final ReadingsJson json = new ReadingsJson(FeedJson.mapper());

    @Test
    void a_reading_is_read() throws BadFieldException {
        Readable cod = (Readable)
                one(
                        "{'parameter':'COD','time':'2026-11-24T10:00:00.123456+07:00','value':58.70,'unit':'mg/L','status':'00'}");
        assertThat(cod.symbol()).isEqualTo("COD");
        assertThat(cod.time()).isEqualTo(Instant.parse("2026-11-24T03:00:00.123Z"));
        assertThat(cod.value()).isEqualTo("58.70");
        assertThat(cod.unit()).isEqualTo("mg/L");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "'---'", "''"})
    void no_value_is_said_in_three_ways(String value) throws BadFieldException {
        assertThat(((Readable) one(reading(value, "'00'"))).value()).isNull();
    }

    @Test
    void a_status_that_is_not_said_is_not_made_up() throws BadFieldException {
        Readable reading = (Readable) one("{'parameter':'COD','time':'2026-11-24T03:00:00Z','value':1}");
        assertThat(reading.status()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'parameter':'COD','time':'2026-11-24T03:00:00Z','status':'00'}|BAD_VALUE",
                "{'parameter':'COD','time':'2026-11-24T03:00:00Z','value':true,'status':'00'}|BAD_VALUE",
                "{'parameter':'COD','time':'2026-11-24T03:00:00Z','value':1e999999999,'status':'00'}|BAD_VALUE",
                "{'parameter':'COD','time':'2026-11-24T03:00:00Z','value':1,'status':0}|BAD_LINE",
                "{'parameter':'COD','time':'2026-11-24T03:00:00Z','value':1,'status':'ok'}|BAD_STATUS",
                "{'parameter':'COD','time':'2026-11-24 03:00','value':1,'status':'00'}|BAD_TIME",
                "{'parameter':'COD','time':'20261124030000','value':1,'status':'00'}|BAD_TIME",
                "{'parameter':'COD','value':1,'status':'00'}|BAD_TIME",
                "{'time':'2026-11-24T03:00:00Z','value':1,'status':'00'}|BAD_LINE",
                "7|BAD_LINE",
                "[]|BAD_LINE",
            })
    void what_is_no_reading_is_refused_with_its_reason(String reading, Reason reason) throws BadFieldException {
        assertThat(((Unreadable) one(reading)).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'readings':[",
                "{'readings':[{'para",
                "{'readings':[]",
                "{}",
                "7",
                "{'readings':{}}",
                "{'a':1} x",
                "{'readings':[]}{'readings':[]}",
                "{'readings':[1,]}"
            })
    void what_is_not_a_document_of_readings_is_refused_as_a_whole(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(BadFieldException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.INVALID_JSON));
    }

    @Test
    void a_document_of_a_hundred_thousand_levels_is_refused() {
        assertThatThrownBy(() -> parse("{'readings':[" + "[".repeat(100_000))).isInstanceOf(BadFieldException.class);
    }

    @Test
    void a_reading_knows_its_bytes_and_its_number() throws BadFieldException {
        String second = reading("2", "'02'");
        String text = "{'station':'x','readings': [ " + reading("1", "'00'") + " ,\n " + second + "]}";
        Line line = parse(text).get(1);
        assertThat(line.number()).isEqualTo(2);
        assertThat(text.substring(line.from(), line.to())).isEqualTo(second);
    }

    private static String reading(String value, String status) {
        return "{'parameter':'COD','time':'2026-11-24T03:00:00Z','value':" + value + ",'status':" + status + "}";
    }

    private Line one(String reading) throws BadFieldException {
        return parse("{'readings':[" + reading + "]}").get(0);
    }

    private List<Line> parse(String text) throws BadFieldException {
        return json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
