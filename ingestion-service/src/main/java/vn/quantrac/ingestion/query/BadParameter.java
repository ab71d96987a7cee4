package vn.quantrac.ingestion.query;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** 400 for a parameter of a request. */
public final class BadParameter {
    private BadParameter() {}

    public static HttpProblem problem(String detail) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/bad-parameter"))
                .withStatus(Response.Status.BAD_REQUEST)
                .withTitle("Parameter is not understood")
                .withDetail(detail)
                .build();
    }
}
