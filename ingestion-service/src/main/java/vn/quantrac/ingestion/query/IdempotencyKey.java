package vn.quantrac.ingestion.query;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.regex.Pattern;

/** What a caller names a request by, to be able to send it again. */
public final class IdempotencyKey {
    public static final String HEADER = "Idempotency-Key";

    private static final int UNPROCESSABLE = 422;
    private static final Pattern KEY = Pattern.compile("[!-~]{8,200}");

    private IdempotencyKey() {}

    /**
     * The key, or null when the request has none.
     *
     * @throws HttpProblem 400 when it is none
     */
    public static String of(String header) {
        if (header != null && !KEY.matcher(header).matches()) {
            throw BadParameter.problem(HEADER + " must be 8 to 200 visible characters, such as a UUID");
        }
        return header;
    }

    /** 422: the key belongs to another request. */
    public static HttpProblem reused() {
        return HttpProblem.builder()
                .withType(URI.create("/problems/idempotency-key-reused"))
                .withStatus(UNPROCESSABLE)
                .withTitle(HEADER + " was used for another request")
                .withDetail("Nothing of this request was done; take a new key for it")
                .build();
    }
}
