package vn.quantrac.gateway.access;

import vn.quantrac.gateway.problem.Problem;

/** Whether a request may pass, and who makes it. */
public sealed interface Decision {
    /** @param caller the name for the audit trail */
    record Admitted(String caller) implements Decision {}

    /** @param caller the name for the audit trail, {@code anonymous} when there is no valid token */
    record Refused(String caller, Problem problem) implements Decision {}
}
