package vn.quantrac.compliance.question;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What is answered when a question cannot be. */
final class Problems {
    private Problems() {}

    static HttpProblem badParameter(String detail) {
        return problem(Response.Status.BAD_REQUEST, "bad-parameter", "Parameter is not understood", detail);
    }

    /** Also for a station that is not the caller's to see: whether it exists is not told. */
    static HttpProblem unknownStation(String code) {
        return problem(Response.Status.NOT_FOUND, "unknown-station", "Station is not known", "No station " + code);
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
