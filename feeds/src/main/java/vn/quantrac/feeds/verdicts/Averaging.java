package vn.quantrac.feeds.verdicts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Over what time a value is averaged. Hours and days are those of Vietnam and named by their end. */
public enum Averaging {
    @JsonProperty("1h")
    HOUR("1h"),
    @JsonProperty("24h")
    DAY("24h");

    private final String code;

    Averaging(String code) {
        this.code = code;
    }

    /** As messages, APIs and tables name it. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for a code that none has */
    public static Averaging of(String code) {
        for (Averaging averaging : values()) {
            if (averaging.code.equals(code)) {
                return averaging;
            }
        }
        throw new IllegalArgumentException("No averaging is called " + code);
    }
}
