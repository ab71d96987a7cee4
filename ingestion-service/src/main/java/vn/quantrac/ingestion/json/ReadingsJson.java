package vn.quantrac.ingestion.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Fields;
import vn.quantrac.ingestion.telegram.IsoTimes;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Lines;
import vn.quantrac.ingestion.telegram.Reason;

/**
 * {@code {"readings":[{"parameter":"COD","time":"2026-11-24T03:00:00Z","value":58.7,"unit":"mg/L","status":"00"}]}};
 * or the array alone. Its elements are numbered as lines. A reading that is wrong does not disturb the others.
 */
public final class ReadingsJson {
    private final ObjectMapper json;

    public ReadingsJson(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Every reading of the document.
     *
     * @throws BadFieldException when it is not JSON, or not an object with an array of readings
     */
    public List<Line> parse(byte[] content) throws BadFieldException {
        try (JsonParser parser = json.createParser(content)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
                throw new BadFieldException(Reason.INVALID_JSON, "The document is neither an object nor an array");
            }
            List<Line> lines = first == JsonToken.START_ARRAY ? elements(parser) : ofObject(parser);
            if (parser.nextToken() != null) {
                throw new BadFieldException(Reason.INVALID_JSON, "Something follows the document");
            }
            if (lines == null) {
                throw new BadFieldException(Reason.INVALID_JSON, "There is no array of readings");
            }
            return lines;
        } catch (IOException e) {
            throw new BadFieldException(
                    Reason.INVALID_JSON, e.getMessage().lines().findFirst().orElse("Not JSON"));
        }
    }

    private List<Line> ofObject(JsonParser parser) throws IOException {
        List<Line> lines = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean readings = parser.currentName().equals("readings");
            JsonToken value = parser.nextToken();
            if (readings && value == JsonToken.START_ARRAY) {
                lines = elements(parser);
            } else {
                parser.skipChildren();
            }
        }
        return lines;
    }

    private List<Line> elements(JsonParser parser) throws IOException {
        Lines lines = new Lines();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            JsonNode reading = json.readTree(parser);
            int to = (int) parser.currentLocation().getByteOffset();
            lines.add(line(lines.next(), from, to, reading));
        }
        return lines.all();
    }

    static Line line(int number, int from, int to, JsonNode reading) {
        try {
            String parameter = text(reading, "parameter");
            if (parameter.isEmpty()) {
                throw new BadFieldException(Reason.BAD_LINE, "The parameter is missing");
            }
            return new Line.Readable(
                    number,
                    from,
                    to,
                    parameter,
                    value(reading),
                    text(reading, "unit"),
                    IsoTimes.instant(text(reading, "time")),
                    Fields.status(text(reading, "status")));
        } catch (BadFieldException e) {
            return new Line.Unreadable(number, from, to, e.reason(), e.getMessage());
        }
    }

    private static String text(JsonNode reading, String field) throws BadFieldException {
        JsonNode text = reading.path(field);
        if (text.isTextual()) {
            return text.textValue().strip();
        }
        if (text.isMissingNode() || text.isNull()) {
            return "";
        }
        throw new BadFieldException(Reason.BAD_LINE, "The " + field + " is not text");
    }

    /** A value that is not said is not the same as one that the logger says it has not. */
    private static BigDecimal value(JsonNode reading) throws BadFieldException {
        JsonNode value = reading.path("value");
        if (value.isNull()) {
            return null;
        }
        if (value.isTextual()) {
            return Fields.value(value.textValue().strip());
        }
        if (!value.isNumber()) {
            throw new BadFieldException(Reason.BAD_VALUE, "The value is missing or not a number");
        }
        return Fields.value(value.decimalValue());
    }
}
