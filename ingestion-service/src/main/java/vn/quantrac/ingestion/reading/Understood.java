package vn.quantrac.ingestion.reading;

import java.util.List;
import vn.quantrac.ingestion.telegram.Refusal;
import vn.quantrac.ingestion.telegram.Telegram;

/** A telegram and what was made of it. */
public record Understood(Telegram telegram, List<NewReading> readings, List<Refusal> refusals) {
    /** A telegram of which nothing is understood. */
    public static Understood refused(Telegram telegram, Refusal refusal) {
        return new Understood(telegram, List.of(), List.of(refusal));
    }
}
