package vn.quantrac.ingestion.adjustment;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Why something is not adjusted; the README explains each type. */
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

    static HttpProblem badAdjustment(String detail) {
        return problem(Response.Status.BAD_REQUEST, "bad-adjustment", "Adjustment is not understood", detail);
    }

    static HttpProblem tooManyReadings(int most) {
        return problem(
                UNPROCESSABLE,
                "too-many-readings",
                "Too many readings for one adjustment",
                "At most " + most + " readings; divide the period");
    }

    static HttpProblem nothingToAdjust(String detail) {
        return problem(UNPROCESSABLE, "nothing-to-adjust", "There is nothing to adjust", detail);
    }

    static HttpProblem alreadyAdjusted(String detail) {
        return problem(Response.Status.CONFLICT, "already-adjusted", "Readings are adjusted already", detail);
    }

    static HttpProblem outdated(long readings) {
        return problem(
                Response.Status.CONFLICT,
                "adjustment-outdated",
                "Readings have changed since",
                readings + " readings are not what they were when this was proposed; propose it again");
    }

    static HttpProblem wrongState(State state, State seen) {
        return problem(
                Response.Status.CONFLICT,
                "wrong-state",
                "Adjustment is in another state",
                "It is " + state.slug() + ", not " + seen.slug());
    }

    static HttpProblem notPossible(State state, String action) {
        return problem(
                Response.Status.CONFLICT,
                "wrong-state",
                "Adjustment is in another state",
                "To " + action + " is not possible when it is " + state.slug());
    }

    static HttpProblem fourEyes() {
        return problem(
                Response.Status.FORBIDDEN,
                "four-eyes",
                "A second person has to decide",
                "Nobody decides what they have proposed themselves");
    }

    static HttpProblem notTheProposer() {
        return problem(
                Response.Status.FORBIDDEN,
                "not-the-proposer",
                "Only who proposed it can take it back",
                "An operator can reject it");
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
