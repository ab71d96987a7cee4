package vn.quantrac.ingestion.telegram;

import java.math.BigDecimal;
import java.time.Instant;

/** One record of a telegram, from byte {@code from} to before byte {@code to}; numbered from 1. */
public sealed interface Line {
    int number();

    int from();

    int to();

    /**
     * A record whose fields have the right form; whether they mean anything is for the registry to say.
     *
     * @param symbol what the logger calls the parameter
     * @param value null when the logger has none
     * @param unit as the logger spells it; empty when it does not say
     * @param status two digits; null when the logger does not say it
     */
    record Readable(
            int number, int from, int to, String symbol, BigDecimal value, String unit, Instant time, String status)
            implements Line {}

    /** A record that is not one. */
    record Unreadable(int number, int from, int to, Reason reason, String detail) implements Line {
        public Refusal refusal() {
            return new Refusal(number, from, to, reason, detail);
        }
    }
}
