package vn.quantrac.ingestion.http;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.UUID;
import vn.quantrac.ingestion.query.IdempotencyKey;

/**
 * What a caller calls a request, to repeat it without doing anything twice. The ids of its telegrams follow from it, so
 * that the database itself knows what was there before, also after a restart and at another replica.
 */
record RequestKey(String station, String text) {
    static final String HEADER = "Idempotency-Key";
    private static final UUID NAMESPACE = UUID.fromString("6f1c1b62-9a55-4c0e-8d0b-3d6c1f2f7a10");

    /**
     * Null when the caller says none.
     *
     * @throws HttpProblem 400 when it is none
     */
    static RequestKey of(String station, String header) {
        String text = IdempotencyKey.of(header);
        return text == null ? null : new RequestKey(station, text);
    }

    /** The id of a telegram of the request: {@code only} for one that is all of it. */
    UUID telegram(String part) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, station + '\n' + part + '\n' + text);
    }
}
