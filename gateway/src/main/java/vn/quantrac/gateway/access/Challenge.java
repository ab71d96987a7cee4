package vn.quantrac.gateway.access;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import vn.quantrac.gateway.problem.Problem;

/** What {@code WWW-Authenticate} says beside a 401. */
public final class Challenge {
    private Challenge() {}

    /** The ways to sign in at a path, none for other problems. */
    public static List<String> of(Problem problem, HttpServerRequest request, String path) {
        List<String> challenges = new ArrayList<>();
        if (problem.status() == 401) {
            challenges.add(
                    problem == Problem.BAD_TOKEN
                            ? "Bearer realm=\"quantrac\", error=\"invalid_token\""
                            : "Bearer realm=\"quantrac\"");
            if (StationDoor.leadsTo(request.method(), path)) {
                challenges.add("Basic realm=\"station\"");
            }
        }
        return challenges;
    }
}
