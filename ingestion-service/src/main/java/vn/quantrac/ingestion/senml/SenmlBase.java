package vn.quantrac.ingestion.senml;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Fields;
import vn.quantrac.ingestion.telegram.Line;
import vn.quantrac.ingestion.telegram.Reason;

/** The base values: what holds for a record and all after it, until another record says otherwise. */
final class SenmlBase {
    private static final int VERSION = 10;
    private static final BigDecimal ABSOLUTE = BigDecimal.valueOf(1L << 28);
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);
    private static final BigDecimal LATEST =
            BigDecimal.valueOf(Instant.parse("9999-12-31T00:00:00Z").getEpochSecond());
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9:./_-]*");

    private String name = "";
    private String unit = "";
    private String status = "";
    private BigDecimal time = BigDecimal.ZERO;
    private BigDecimal value = BigDecimal.ZERO;

    /** @throws BadFieldException when one is wrong; those before it hold */
    void take(SenmlRecord record) throws BadFieldException {
        record.check();
        if (record.number("bver", Reason.BAD_LINE).compareTo(BigDecimal.valueOf(VERSION)) > 0) {
            throw new BadFieldException(Reason.BAD_LINE, "A version above " + VERSION);
        }
        if (record.has("bn")) {
            name = record.text("bn");
        }
        if (record.has("bu")) {
            unit = record.text("bu");
        }
        if (record.has("bstatus")) {
            status = record.text("bstatus");
        }
        if (record.has("bt")) {
            time = record.number("bt", Reason.BAD_TIME);
        }
        if (record.has("bv")) {
            value = record.number("bv", Reason.BAD_VALUE);
        }
    }

    Line resolve(SenmlRecord record, int number, int from, int to, Instant now) throws BadFieldException {
        return new Line.Readable(
                number,
                from,
                to,
                symbol(record.text("n")),
                value(record),
                record.has("u") ? record.text("u") : unit,
                time(record, now),
                Fields.status(record.has("status") ? record.text("status") : status));
    }

    /** The last part of the whole name is what the logger calls the parameter. */
    private String symbol(String own) throws BadFieldException {
        String whole = name + own;
        if (!NAME.matcher(whole).matches()) {
            throw BadFieldException.quoting(Reason.BAD_LINE, "Not a name", whole);
        }
        String symbol = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf(':')) + 1);
        if (symbol.isEmpty()) {
            throw BadFieldException.quoting(Reason.BAD_LINE, "The name says no parameter", whole);
        }
        return symbol;
    }

    private BigDecimal value(SenmlRecord record) throws BadFieldException {
        if (record.saysNoValue()) {
            return null;
        }
        if (!record.has("v")) {
            throw new BadFieldException(Reason.BAD_VALUE, "There is no value v");
        }
        return value.add(record.number("v", Reason.BAD_VALUE));
    }

    private Instant time(SenmlRecord record, Instant now) throws BadFieldException {
        BigDecimal seconds = time.add(record.number("t", Reason.BAD_TIME));
        if (seconds.abs().compareTo(LATEST) > 0) {
            throw new BadFieldException(Reason.BAD_TIME, "There is no such time");
        }
        long millis = seconds.multiply(MILLIS).longValue();
        return seconds.compareTo(ABSOLUTE) >= 0 ? Instant.ofEpochMilli(millis) : now.plusMillis(millis);
    }
}
