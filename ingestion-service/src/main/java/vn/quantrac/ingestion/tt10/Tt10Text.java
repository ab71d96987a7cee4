package vn.quantrac.ingestion.tt10;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.FieldText;
import vn.quantrac.ingestion.telegram.Fields;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Lines;
import vn.quantrac.ingestion.telegram.LocalTimes;
import vn.quantrac.ingestion.telegram.Reason;

/**
 * The text of Circular 10/2021/TT-BTNMT: a record a line, its fields symbol, value, unit, time and status between TABs;
 * and what loggers make of it, see {@link Layout}. A record that is not one does not disturb the others.
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
        Lines lines = new Lines();
        int number = 0;
        int from = FieldText.begin(content);
        while (from < content.length) {
            int to = from;
            while (to < content.length && content[to] != '\n') {
                to++;
            }
            parseLine(lines, content, ++number, from, to);
            from = to + 1;
        }
        return lines.all();
    }

    private void parseLine(Lines lines, byte[] content, int number, int from, int to) {
        boolean blank = true;
        boolean text = true;
        for (int i = from; i < to; i++) {
            text &= content[i] != 0;
            blank &= LineFields.isBlank(content[i]);
        }
        if (!text) {
            lines.add(new Line.Unreadable(number, from, to, Reason.NOT_TEXT, "The line has NUL bytes"));
        } else if (to - from > LONGEST_LINE) {
            lines.add(new Line.Unreadable(
                    number, from, to, Reason.LINE_TOO_LONG, "The line has " + (to - from) + " bytes"));
        } else if (!blank) {
            parseRecords(lines, records(content, from, to), number, from, to);
        }
    }

    /** Between TABs where that gives a record, else between blanks: some loggers mix them. */
    private static List<List<Field>> records(byte[] content, int from, int to) {
        List<List<Field>> records = Records.of(LineFields.betweenTabs(content, from, to));
        if (hasRecord(records)) {
            return records;
        }
        List<List<Field>> others = Records.of(LineFields.betweenBlanks(content, from, to));
        return hasRecord(others) ? others : records;
    }

    private static boolean hasRecord(List<List<Field>> records) {
        for (List<Field> record : records) {
            if (Layout.isRecord(record)) {
                return true;
            }
        }
        return false;
    }

    /** A record reaches from its first field to the next record's, so that no byte of the line is without one. */
    private void parseRecords(Lines lines, List<List<Field>> records, int number, int from, int to) {
        int start = from;
        for (int i = 0; i < records.size(); i++) {
            int end = i + 1 < records.size() ? records.get(i + 1).get(0).from() : to;
            lines.add(line(number, start, end, records.get(i)));
            start = end;
        }
    }

    private Line line(int number, int from, int to, List<Field> record) {
        try {
            Layout layout = Layout.of(record)
                    .filter(known -> !known.symbol(record).isEmpty())
                    .orElseThrow(
                            () -> new BadFieldException(Reason.BAD_LINE, "Not symbol, value, unit, time and status"));
            Instant time = times.instant(layout.time(record));
            return new Line.Readable(
                    number,
                    from,
                    to,
                    layout.symbol(record),
                    Fields.value(layout.value(record)),
                    layout.unit(record),
                    time,
                    Fields.status(layout.status(record)));
        } catch (BadFieldException e) {
            return new Line.Unreadable(number, from, to, e.reason(), e.getMessage());
        }
    }
}
