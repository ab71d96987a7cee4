package vn.quantrac.ingestion.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.feeds.FeedJson;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Line.Readable;
import vn.quantrac.ingestion.telegram.Line.Unreadable;
import vn.quantrac.ingestion.telegram.Reason;

class NdjsonTest {
    private static final String COD =
            "{\"parameter\":\"COD\",\"time\":\"2026-11-24T03:00:00Z\",\"value\":58.7,\"unit\":\"mg/L\",\"status\":\"00\"}";

    private final Ndjson ndjson = new Ndjson(FeedJson.mapper());

    @Test
    void every_line_is_a_reading_and_lines_that_are_none_leave_the_others() {
        List<Line> lines = parse(COD + "\r\n\n" + COD.substring(0, 30) + "\nnull\n" + COD + COD + "\n"
                + "x".repeat(70_000) + "\n" + COD.replace("58.7", "\"a\"") + "\n" + COD);
        assertThat(lines).extracting(Line::number).containsExactly(1, 3, 4, 5, 6, 7, 8);
        assertThat(((Readable) lines.get(0)).value()).isEqualTo("58.7");
        assertThat(lines.subList(1, 6))
                .extracting(line -> ((Unreadable) line).reason())
                .containsExactly(
                        Reason.INVALID_JSON,
                        Reason.INVALID_JSON,
                        Reason.INVALID_JSON,
                        Reason.LINE_TOO_LONG,
                        Reason.BAD_VALUE);
        assertThat(lines.get(6)).isInstanceOf(Readable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {COD, COD + "\n" + COD, "{\"logger\":{\"readings\":[]},\"time\":1", " \r\n" + COD})
    void it_is_told_from_a_document_by_its_first_field_that_means_something(String content) {
        assertThat(isNdjson(content)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"readings\":[" + COD + "]}", "{\"logger\":1,\"readings\":[]}", "{}", "[" + COD + "]", "{"})
    void documents_are_not_taken_for_it(String content) {
        assertThat(isNdjson(content)).isFalse();
    }

    private boolean isNdjson(String content) {
        return ndjson.isAt(content.getBytes(StandardCharsets.UTF_8));
    }

    private List<Line> parse(String content) {
        return ndjson.parse(content.getBytes(StandardCharsets.UTF_8));
    }
}
