package vn.quantrac.ingestion.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quantrac.ingestion.query.BadParameter;

/** The event after which a page begins. */
record AfterEvent(Instant time, String type, String parameter, UUID id) {
    private static final UUID NONE = new UUID(0, 0);
    private static final Pattern TEXT = Pattern.compile("(\\d{4}-[^\n]*)\n([a-z-]*)\n([^\n\\x00]*)\n([^\n]*)");

    /** Reads what {@link #text} wrote; null is the beginning. */
    static AfterEvent parse(String text) {
        if (text == null) {
            return new AfterEvent(Instant.EPOCH, "", "", NONE);
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Matcher parts = TEXT.matcher(decoded);
            if (parts.matches()) {
                return new AfterEvent(
                        Instant.parse(parts.group(1)), parts.group(2), parts.group(3), UUID.fromString(parts.group(4)));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw notOurs();
        }
        throw notOurs();
    }

    private static RuntimeException notOurs() {
        return BadParameter.problem("after must be what next says");
    }

    static AfterEvent of(StationEvent event) {
        UUID id = event.telegram() != null ? event.telegram() : event.adjustment();
        return new AfterEvent(
                event.from(), event.type(), event.parameter() == null ? "" : event.parameter(), id == null ? NONE : id);
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", time.toString(), type, parameter, id.toString())
                        .getBytes(StandardCharsets.UTF_8));
    }

    OffsetDateTime at() {
        return time.atOffset(ZoneOffset.UTC);
    }
}
