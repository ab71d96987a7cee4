package vn.quantrac.ingestion.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.quantrac.ingestion.archive.TelegramArchive;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.tt10.Tt10Text;

/**
 * Bytes that continue a file become a telegram of their own, not the whole file again. Where the file broke off within
 * a line they are stored from the beginning of that line, so that it is understood.
 */
@ApplicationScoped
class Continuations {
    /** A longer beginning of a line is none; without a bound each part would hold all that came before. */
    private static final int MOST_BEGUN = 1 << 20;

    private final TelegramArchive archive;
    private final Tt10Text text;

    Continuations(
            TelegramArchive archive,
            @ConfigProperty(name = "quantrac.time-zone", defaultValue = "Asia/Ho_Chi_Minh") ZoneId zone) {
        this.archive = archive;
        this.text = new Tt10Text(zone);
    }

    /** @param from the position of the first byte in the file */
    record Piece(long from, byte[] content) {}

    Piece of(StoredFile file, long from, byte[] sent) {
        byte[] begun = begunLine(file, from);
        if (begun.length == 0 || begun.length > MOST_BEGUN) {
            return new Piece(from, sent);
        }
        byte[] joined = Arrays.copyOf(begun, begun.length + sent.length);
        System.arraycopy(sent, 0, joined, begun.length, sent.length);
        return beginsAnew(joined, sent) ? new Piece(from, sent) : new Piece(from - begun.length, joined);
    }

    /** The bytes before a position that are of no whole line; all of JSON, which has no lines. */
    private byte[] begunLine(StoredFile file, long position) {
        Map.Entry<Long, UUID> part = file.partBefore(position);
        if (part == null) {
            return new byte[0];
        }
        byte[] content = archive.telegram(part.getValue()).content();
        int end = (int) Math.min(content.length, position - part.getKey());
        int start = end;
        while (start > 0 && (content[start - 1] != '\n' || isJson(content))) {
            start--;
        }
        return Arrays.copyOfRange(content, start, end);
    }

    private static boolean isJson(byte[] content) {
        return content.length > 0 && (content[0] == '{' || content[0] == '[');
    }

    /** A logger that was cut off may append its line once more, instead of the rest of it. */
    private boolean beginsAnew(byte[] joined, byte[] sent) {
        int end = 0;
        while (end < sent.length && sent[end] != '\n') {
            end++;
        }
        byte[] firstSent = Arrays.copyOf(sent, end);
        byte[] firstJoined = Arrays.copyOf(joined, joined.length - sent.length + end);
        return end < sent.length && !isRecord(firstJoined) && isRecord(firstSent);
    }

    private boolean isRecord(byte[] line) {
        List<Line> records = text.parse(line);
        return !records.isEmpty() && records.stream().allMatch(Line.Readable.class::isInstance);
    }
}
