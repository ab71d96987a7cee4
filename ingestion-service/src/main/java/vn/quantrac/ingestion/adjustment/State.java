package vn.quantrac.ingestion.adjustment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far an adjustment is. */
enum State {
    /** Waits for a second person; no reading has changed. */
    PROPOSED,
    /** Its values are current. */
    APPROVED,
    /** The second person said no. */
    REJECTED,
    /** Who proposed it took it back before it was decided. */
    CANCELLED,
    /** Its values are current, and somebody wants the original ones back. */
    WITHDRAWAL_PROPOSED,
    /** The original values are current again. */
    WITHDRAWN;

    @JsonValue
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static State of(String slug) {
        return Arrays.stream(values())
                .filter(state -> state.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> Problems.badAdjustment("state must be one of "
                        + Arrays.stream(values()).map(State::slug).collect(Collectors.joining(", "))));
    }
}
