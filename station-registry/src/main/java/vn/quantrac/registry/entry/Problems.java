package vn.quantrac.registry.entry;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What the registry refuses, as RFC 9457 problems. */
final class Problems {
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

    static HttpProblem notFound(Kind kind, String code) {
        return problem(Response.Status.NOT_FOUND, "not-found", "Not found", "No " + kind.eventType() + " " + code);
    }

    static HttpProblem exists(Kind kind, String code) {
        return problem(
                Response.Status.CONFLICT,
                "exists",
                "Code is taken",
                "There is already a " + kind.eventType() + " " + code);
    }

    static HttpProblem overlap(String code) {
        return problem(
                Response.Status.CONFLICT,
                "overlap",
                "Periods overlap",
                "Another period of " + code + " holds at that time");
    }

    static HttpProblem bad(String field, String message) {
        return problem(Response.Status.BAD_REQUEST, "bad-field", "Field is not understood", field + ": " + message);
    }

    static HttpProblem unknownReference(String field, String code) {
        return problem(UNPROCESSABLE, "unknown-reference", "Reference is not known", field + ": there is no " + code);
    }

    static HttpProblem ifMatchMissing() {
        return problem(
                Response.Status.PRECONDITION_REQUIRED,
                "if-match-missing",
                "If-Match is missing",
                "Send the ETag of what you change, so that nobody's change is overwritten");
    }

    static HttpProblem stale(int version) {
        return problem(
                Response.Status.PRECONDITION_FAILED,
                "stale",
                "Changed by somebody else",
                "The entry has version " + version + " by now; read it again");
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
