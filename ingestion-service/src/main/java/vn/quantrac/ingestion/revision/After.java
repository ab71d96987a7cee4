package vn.quantrac.ingestion.revision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quantrac.ingestion.query.BadParameter;

/** The revision after which a page begins. */
record After(Instant time, long datastream, int revision) {
    static final After NONE = new After(Instant.EPOCH, 0, -1);
    private static final Pattern TEXT = Pattern.compile("(\\d{1,12})\\.(\\d{6})-(\\d{1,18})-(\\d{1,9})");

    static After of(Revision last) {
        return new After(last.time(), last.datastream(), last.revision());
    }

    /** Reads what {@link #text} wrote; null is the beginning. */
    static After parse(String text) {
        if (text == null) {
            return NONE;
        }
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw BadParameter.problem("after must be what next says");
        }
        return new After(
                Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)) * 1_000),
                Long.parseLong(parts.group(3)),
                Integer.parseInt(parts.group(4)));
    }

    String text() {
        return "%d.%06d-%d-%d".formatted(time.getEpochSecond(), time.getNano() / 1_000, datastream, revision);
    }

    OffsetDateTime at() {
        return time.atOffset(ZoneOffset.UTC);
    }
}
