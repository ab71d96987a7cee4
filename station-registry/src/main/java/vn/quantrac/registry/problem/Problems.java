package vn.quantrac.registry.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** What the registry refuses, as RFC 9457 problems; the README explains each type. */
public final class Problems {
    private static final Response.StatusType UNPROCESSABLE = new Response.StatusType() {
        @Override
        public int getStatusCode() {
            return 422;
        }

        @Override
        public Response.Status.Family getFamily() {
            return Response.Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    };

    private Problems() {}

    public static HttpProblem notFound(String kind, String code) {
        return problem(Response.Status.NOT_FOUND, "not-found", "Not found", "No " + kind + " " + code);
    }

    /** @param ended whether it held in the past only */
    public static HttpProblem exists(String kind, String code, boolean ended) {
        return conflict(
                "exists",
                "Code is taken",
                "There is already a " + kind + " " + code
                        + (ended ? "; it has ended, and PUT with its ETag opens it again" : ""));
    }

    public static HttpProblem overlap(String detail) {
        return conflict("overlap", "Periods overlap", detail);
    }

    /** A name of the entry is another one's name at that time. */
    public static HttpProblem nameTaken(String detail) {
        return conflict("name-taken", "Name is taken", detail);
    }

    /** Others refer to what would no longer hold. */
    public static HttpProblem inUse(String detail) {
        return conflict("in-use", "Entry is in use", detail);
    }

    public static HttpProblem tooManyCredentials(String detail) {
        return conflict("too-many-credentials", "Too many credentials", detail);
    }

    public static HttpProblem badBody(String detail) {
        return problem(Response.Status.BAD_REQUEST, "bad-body", "Body is not understood", detail);
    }

    public static HttpProblem bad(String field, String message) {
        return bad(List.of(field + ": " + message));
    }

    /** @param messages each begins with its field */
    public static HttpProblem bad(List<String> messages) {
        return problem(
                Response.Status.BAD_REQUEST, "bad-field", "Field is not understood", String.join("; ", messages));
    }

    public static HttpProblem unknownReference(String detail) {
        return problem(UNPROCESSABLE, "unknown-reference", "Reference is not known", detail);
    }

    /** Two entries that are each right, and not both. */
    public static HttpProblem contradiction(String detail) {
        return problem(UNPROCESSABLE, "contradiction", "Entries contradict each other", detail);
    }

    public static HttpProblem keyReused() {
        return problem(
                UNPROCESSABLE,
                "idempotency-key-reused",
                "Idempotency-Key was used for another request",
                "Take a new key for a new request");
    }

    public static HttpProblem ifMatchMissing() {
        return problem(
                Response.Status.PRECONDITION_REQUIRED,
                "if-match-missing",
                "If-Match is missing",
                "Send the ETag of what you change, so that nobody's change is overwritten");
    }

    public static HttpProblem stale(String detail) {
        return problem(Response.Status.PRECONDITION_FAILED, "stale", "Not what you have seen", detail);
    }

    /** @param problems of the document, row by row */
    public static HttpProblem notImported(List<?> problems) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/not-imported"))
                .withStatus(UNPROCESSABLE)
                .withTitle("Nothing was imported")
                .withDetail(problems.size() + " problems in the document")
                .with("problems", problems)
                .build();
    }

    private static HttpProblem conflict(String slug, String title, String detail) {
        return problem(Response.Status.CONFLICT, slug, title, detail);
    }

    private static HttpProblem problem(Response.StatusType status, String slug, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + slug))
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail)
                .build();
    }
}
