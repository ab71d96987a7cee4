package vn.quantrac.ingestion.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import vn.quantrac.ingestion.telegram.FieldText;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Lines;
import vn.quantrac.ingestion.telegram.Reason;

/**
 * A reading a line, {@code {"parameter":"COD","time":"2026-11-24T03:00:00Z","value":58.7,"unit":"mg/L","status":"00"}}; one
 * alone is a telegram as well. A line that is no reading does not disturb the others.
 */
public final class Ndjson {
    /** How the names of telegrams and files end that hold nothing else. */
    public static final String NAME_END = ".ndjson";

    private static final int LONGEST_LINE = 64 * 1024;
    private static final Set<String> FIELDS = Set.of("parameter", "time", "value", "unit", "status");

    private final ObjectMapper json;

    public Ndjson(ObjectMapper json) {
        this.json = json;
    }

    /** Whether a telegram that begins with a brace begins with a reading, not with a document that holds some. */
    public boolean isAt(byte[] content) {
        try (JsonParser parser = json.createParser(content)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (FIELDS.contains(parser.currentName())) {
                    return true;
                }
                if (parser.currentName().equals("readings")) {
                    return false;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** Every reading; all lines are numbered. */
    public List<Line> parse(byte[] content) {
        Lines lines = new Lines();
        int number = 0;
        int from = FieldText.begin(content);
        while (from < content.length) {
            int to = from;
            boolean blank = true;
            while (to < content.length && content[to] != '\n') {
                blank &= content[to] >= 0 && content[to] <= ' ' && content[to] != 0;
                to++;
            }
            number++;
            if (!blank) {
                lines.add(line(content, number, from, to));
            }
            from = to + 1;
        }
        return lines.all();
    }

    private Line line(byte[] content, int number, int from, int to) {
        if (to - from > LONGEST_LINE) {
            return new Line.Unreadable(
                    number, from, to, Reason.LINE_TOO_LONG, "The line has " + (to - from) + " bytes");
        }
        try (JsonParser parser = json.createParser(content, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Line.Unreadable(number, from, to, Reason.INVALID_JSON, "The line is not an object");
            }
            Line line = ReadingsJson.line(number, from, to, json.readTree(parser));
            return parser.nextToken() == null
                    ? line
                    : new Line.Unreadable(number, from, to, Reason.INVALID_JSON, "Something follows the object");
        } catch (IOException e) {
            return new Line.Unreadable(
                    number,
                    from,
                    to,
                    Reason.INVALID_JSON,
                    e.getMessage().lines().findFirst().orElse("Not JSON"));
        }
    }
}
