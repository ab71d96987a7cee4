package vn.quantrac.ingestion.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a line, or a whole telegram, is in quarantine; the README explains each. */
public enum Reason {
    EMPTY,
    INVALID_JSON,
    BAD_HEADER,
    NOT_TEXT,
    LINE_TOO_LONG,
    BAD_LINE,
    BAD_VALUE,
    BAD_TIME,
    MISSING_STATUS,
    BAD_STATUS,
    UNKNOWN_STATION,
    FOREIGN_STATION,
    UNKNOWN_TOPIC,
    UNKNOWN_PARAMETER,
    UNKNOWN_UNIT,
    FUTURE_TIME,
    TOO_OLD,
    TOO_MANY,
    NOT_STORABLE;

    /** As it is stored and spoken, such as {@code unknown-parameter}. */
    @JsonValue
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What {@link #slug} says. */
    public static Reason of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
