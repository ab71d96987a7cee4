package vn.quantrac.ingestion.tt10;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Fields;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Reason;

/**
 * The text of Circular 10/2021/TT-BTNMT: a record a line, its fields symbol, value, unit, time and status between TABs.
 * A line that is not one does not disturb the others.
 */
public final class Tt10Text {
    private static final int LONGEST_LINE = 64 * 1024;

    private final LocalTimes times;

    /** @param zone whose clock the loggers use */
    public Tt10Text(ZoneId zone) {
        this.times = new LocalTimes(zone);
    }

    /** Every record of the text; none when it holds nothing but white space. */
    public List<Line> parse(byte[] content) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        int from = startsWithByteOrderMark(content) ? 3 : 0;
        while (from < content.length) {
            int to = from;
            while (to < content.length && content[to] != '\n') {
                to++;
            }
            parseLine(lines, content, ++number, from, to);
            from = to + 1;
        }
        return lines;
    }

    private void parseLine(List<Line> lines, byte[] content, int number, int from, int to) {
        if (to - from > LONGEST_LINE) {
            lines.add(new Line.Unreadable(
                    number, from, to, Reason.LINE_TOO_LONG, "The line has " + (to - from) + " bytes"));
            return;
        }
        String text = text(content, from, to);
        if (text.indexOf('\0') >= 0) {
            lines.add(new Line.Unreadable(number, from, to, Reason.NOT_TEXT, "The line has NUL bytes"));
        } else if (!text.isBlank()) {
            List<List<String>> records = Tt10Tokens.records(text);
            for (List<String> record : records) {
                lines.add(line(number, from, to, record));
            }
        }
    }

    private Line line(int number, int from, int to, List<String> record) {
        try {
            if (record.size() == 4 && LocalTimes.looksLikeTime(record.get(3))) {
                throw new BadFieldException(Reason.MISSING_STATUS, "The device status is missing");
            }
            if (record.size() != 5 || record.get(0).isEmpty()) {
                throw new BadFieldException(Reason.BAD_LINE, "Not symbol, value, unit, time and status");
            }
            Instant time = times.instant(record.get(3));
            return new Line.Readable(
                    number,
                    from,
                    to,
                    record.get(0),
                    Fields.value(record.get(1)),
                    record.get(2),
                    time,
                    Fields.status(record.get(4)));
        } catch (BadFieldException e) {
            return new Line.Unreadable(number, from, to, e.reason(), e.getMessage());
        }
    }

    private static boolean startsWithByteOrderMark(byte[] content) {
        return content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
    }

    /** UTF-8; else one byte a character, which is right for the µ and ° of the old Windows code pages. */
    private static String text(byte[] content, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
