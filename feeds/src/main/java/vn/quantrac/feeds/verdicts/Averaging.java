package vn.quantrac.feeds.verdicts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Over what time a value is averaged. Hours and days are those of Vietnam and named by their end. */
public enum Averaging {
    @JsonProperty("1h")
    HOUR,
    @JsonProperty("24h")
    DAY
}
