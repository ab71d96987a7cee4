package vn.quantrac.ingestion.senml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Lines;
import vn.quantrac.ingestion.telegram.Reason;

/**
 * SenML in JSON (RFC 8428): {@code [{"bn":"HG_GIAY_NUO001/","bt":1764000000,"bstatus":"00"},{"n":"COD","u":"mg/l","v":58.7}]}.
 * Its records are numbered as lines; one that is wrong does not disturb the others, except by the base values it sets.
 */
public final class SenmlPack {
    /** What a record may begin with; bstatus and status are ours. */
    private static final Set<String> LABELS =
            Set.of("bver", "bn", "bt", "bu", "bv", "bs", "bstatus", "n", "u", "v", "vs", "vb", "vd", "s", "t", "ut");

    private final ObjectMapper json;

    public SenmlPack(ObjectMapper json) {
        this.json = json;
    }

    /** Whether it begins like a pack; an array of readings calls its fields otherwise. */
    public boolean isPack(byte[] content) {
        try (JsonParser parser = json.createParser(content)) {
            return parser.nextToken() == JsonToken.START_ARRAY
                    && parser.nextToken() == JsonToken.START_OBJECT
                    && parser.nextToken() == JsonToken.FIELD_NAME
                    && LABELS.contains(parser.currentName());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Every record of the pack that has a value, or should have one.
     *
     * @param now to which times below 2^28 seconds are relative
     * @throws BadFieldException when it is not a JSON array
     */
    public List<Line> parse(byte[] content, Instant now) throws BadFieldException {
        try (JsonParser parser = json.createParser(content)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new BadFieldException(Reason.INVALID_JSON, "The document is not an array");
            }
            List<Line> lines = records(parser, now);
            if (parser.nextToken() != null) {
                throw new BadFieldException(Reason.INVALID_JSON, "Something follows the document");
            }
            return lines;
        } catch (IOException e) {
            throw new BadFieldException(
                    Reason.INVALID_JSON, e.getMessage().lines().findFirst().orElse("Not JSON"));
        }
    }

    private List<Line> records(JsonParser parser, Instant now) throws IOException {
        Lines lines = new Lines();
        SenmlBase base = new SenmlBase();
        for (int number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            JsonNode read = json.readTree(parser);
            int to = (int) parser.currentLocation().getByteOffset();
            SenmlRecord record = new SenmlRecord(read);
            try {
                base.take(record);
                if (record.isMeasured()) {
                    lines.add(base.resolve(record, number, from, to, now));
                }
            } catch (BadFieldException e) {
                lines.add(new Line.Unreadable(number, from, to, e.reason(), e.getMessage()));
            }
        }
        return lines.all();
    }
}
