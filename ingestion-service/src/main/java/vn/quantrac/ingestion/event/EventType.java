package vn.quantrac.ingestion.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.quantrac.ingestion.query.BadParameter;

/** What an event says. */
enum EventType {
    /** Check Q9: the logger sent another value or status for a time it had sent before. */
    REVISED,
    /** Check Q8. */
    LATE,
    /** Check Q7: came about 7 hours after its time. */
    CLOCK_SUSPECT,
    /** Check Q7: in quarantine, because its time had not come yet. */
    CLOCK_AHEAD,
    /** Check Q10: status 01 for long on one day. */
    CALIBRATING_LONG,
    /** Between two readings of a parameter others are missing. */
    GAP,
    ADJUSTED,
    WITHDRAWN;

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Null for null. */
    static EventType of(String slug) {
        return slug == null
                ? null
                : Arrays.stream(values())
                        .filter(type -> type.slug().equals(slug))
                        .findFirst()
                        .orElseThrow(() -> BadParameter.problem("type must be one of "
                                + Arrays.stream(values()).map(EventType::slug).collect(Collectors.joining(", "))));
    }
}
