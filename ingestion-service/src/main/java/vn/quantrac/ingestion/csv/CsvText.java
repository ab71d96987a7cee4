package vn.quantrac.ingestion.csv;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.FieldText;
import vn.quantrac.ingestion.telegram.Fields;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Lines;
import vn.quantrac.ingestion.telegram.Reason;

/**
 * Comma-separated readings, RFC 4180: the first line names the columns, which may be in any order; semicolons separate as
 * well. A line that is no reading does not disturb the others.
 */
public final class CsvText {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final String[] STATUS = new String[100];

    static {
        for (int i = 0; i < STATUS.length; i++) {
            STATUS[i] = "%02d".formatted(i);
        }
    }

    private final ZoneId zone;

    /** @param zone whose clock times of 14 digits are of */
    public CsvText(ZoneId zone) {
        this.zone = zone;
    }

    /** Whether a telegram begins with a line that names columns. */
    public static boolean isCsv(byte[] content) {
        return Head.isAt(content, FieldText.begin(content));
    }

    /**
     * Looks only at the first line.
     *
     * @throws BadFieldException when it does not name the columns of readings
     */
    public static void requireHead(byte[] content) throws BadFieldException {
        Head.of(content, FieldText.begin(content));
    }

    /**
     * Every reading; lines are numbered from the head's, which is 1.
     *
     * @throws BadFieldException when the head is not one
     */
    public List<Line> parse(byte[] content) throws BadFieldException {
        Head head = Head.of(content, FieldText.begin(content));
        Table table = new Table(content, head, new Cells(content, head.separator(), head.columns()));
        Lines lines = new Lines();
        int number = 1;
        int from = head.end() + 1;
        while (from < content.length) {
            int to = from;
            boolean blank = true;
            boolean text = true;
            while (to < content.length && content[to] != '\n') {
                text &= content[to] != 0;
                blank &= Cells.isBlank(content[to]);
                to++;
            }
            number++;
            if (!text) {
                lines.add(new Line.Unreadable(number, from, to, Reason.NOT_TEXT, "The line has NUL bytes"));
            } else if (to - from > LONGEST_LINE) {
                lines.add(new Line.Unreadable(
                        number, from, to, Reason.LINE_TOO_LONG, "The line has " + (to - from) + " bytes"));
            } else if (!blank) {
                lines.add(table.line(number, from, to));
            }
            from = to + 1;
        }
        return lines.all();
    }

    /** The lines below a head. */
    private final class Table {
        private final byte[] content;
        private final Head head;
        private final Cells cells;
        private final Times times;
        private final Spellings spellings = new Spellings();

        Table(byte[] content, Head head, Cells cells) {
            this.content = content;
            this.head = head;
            this.cells = cells;
            this.times = new Times(content, zone);
        }

        Line line(int number, int from, int to) {
            try {
                cells.split(from, to);
                if (!cells.wellFormed()) {
                    throw new BadFieldException(Reason.BAD_LINE, "A quote is not closed, or something follows it");
                }
                if (cells.count() != head.columns()) {
                    throw new BadFieldException(Reason.BAD_LINE, cells.count() + " cells instead of " + head.columns());
                }
                String symbol = text(Column.PARAMETER);
                if (symbol.isEmpty()) {
                    throw new BadFieldException(Reason.BAD_LINE, "The parameter is missing");
                }
                return new Line.Readable(
                        number,
                        from,
                        to,
                        symbol,
                        value(head.place(Column.VALUE)),
                        text(Column.UNIT),
                        times.of(cells, head.place(Column.TIME)),
                        status(head.place(Column.STATUS)));
            } catch (BadFieldException e) {
                return new Line.Unreadable(number, from, to, e.reason(), e.getMessage());
            }
        }

        private String text(Column column) {
            int place = head.place(column);
            return place < 0 ? "" : spellings.of(content, cells, place);
        }

        private BigDecimal value(int place) throws BadFieldException {
            BigDecimal usual = Decimals.usual(content, cells.from(place), cells.to(place));
            return usual != null ? usual : Fields.value(cells.text(place));
        }

        private String status(int place) throws BadFieldException {
            if (place < 0) {
                return null;
            }
            int from = cells.from(place);
            if (cells.to(place) - from == 2 && isDigit(content[from]) && isDigit(content[from + 1])) {
                return STATUS[10 * (content[from] - '0') + content[from + 1] - '0'];
            }
            return Fields.status(cells.text(place));
        }

        private static boolean isDigit(byte one) {
            return one >= '0' && one <= '9';
        }
    }
}
