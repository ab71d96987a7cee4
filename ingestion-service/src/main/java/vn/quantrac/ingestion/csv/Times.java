package vn.quantrac.ingestion.csv;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.IsoTimes;
import vn.quantrac.ingestion.telegram.LocalTimes;

/** The times of a table: ISO 8601 with offset, or 14 digits of the province's clock. Mostly many lines have the same. */
final class Times {
    private final byte[] content;
    private final LocalTimes local;
    private Instant last;
    private int lastFrom;
    private int lastTo;

    Times(byte[] content, ZoneId zone) {
        this.content = content;
        this.local = new LocalTimes(zone);
    }

    Instant of(Cells cells, int cell) throws BadFieldException {
        int from = cells.from(cell);
        int to = cells.to(cell);
        if (last == null || !Arrays.equals(content, from, to, content, lastFrom, lastTo)) {
            Instant usual = IsoTimes.usual(content, from, to);
            last = usual != null ? usual : other(cells.text(cell));
            lastFrom = from;
            lastTo = to;
        }
        return last;
    }

    private Instant other(String text) throws BadFieldException {
        return LocalTimes.looksLikeTime(text) ? local.instant(text) : IsoTimes.instant(text);
    }
}
