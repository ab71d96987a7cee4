package vn.quantrac.ingestion.query;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.regex.Pattern;

/** What a caller names a request by, to be able to send it again. */
public final class IdempotencyKey {
    private static final Pattern KEY = Pattern.compile("[!-~]{8,200}");

    private IdempotencyKey() {}

    /**
     * The key, or null when the request has none.
     *
     * @throws HttpProblem 400 when it is none
     */
    public static String of(String header) {
        if (header != null && !KEY.matcher(header).matches()) {
            throw BadParameter.problem("Idempotency-Key must be 8 to 200 visible characters, such as a UUID");
        }
        return header;
    }
}
