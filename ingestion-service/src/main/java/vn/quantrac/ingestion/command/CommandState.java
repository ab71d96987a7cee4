package vn.quantrac.ingestion.command;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/** How far a command has come. */
public enum CommandState {
    /** The logger has not been reached yet. */
    PENDING,
    /** The logger has acknowledged it. */
    DELIVERED,
    /** The logger has said what came of it. */
    ANSWERED,
    /** The logger was not reached in time, and will not be any more. */
    EXPIRED;

    static CommandState of(Instant delivered, Instant answered, Instant expires, Instant now) {
        if (answered != null) {
            return ANSWERED;
        }
        if (delivered != null) {
            return DELIVERED;
        }
        return expires.isAfter(now) ? PENDING : EXPIRED;
    }

    @JsonValue
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
