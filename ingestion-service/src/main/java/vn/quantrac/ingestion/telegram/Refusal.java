package vn.quantrac.ingestion.telegram;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A part of a telegram that was not understood.
 *
 * @param line from 1; 0 is the whole telegram
 * @param from first byte within the telegram
 * @param to the byte after the last
 */
@JsonIgnoreProperties({"from", "to"})
public record Refusal(int line, int from, int to, Reason reason, String detail) {
    private static final int LONGEST_DETAIL = 300;

    public Refusal {
        detail = Text.storable(detail, LONGEST_DETAIL);
    }

    public static Refusal whole(Telegram telegram, Reason reason, String detail) {
        return new Refusal(0, 0, telegram.content().length, reason, detail);
    }
}
