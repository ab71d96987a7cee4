package vn.quantrac.ingestion.query;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.UUID;

/** The id of a telegram as a parameter of a request. */
public final class TelegramId {
    private TelegramId() {}

    /** @throws HttpProblem 400 when it is none */
    public static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw BadParameter.problem("after must be the id of a telegram");
        }
    }
}
