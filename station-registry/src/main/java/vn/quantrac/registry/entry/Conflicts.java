package vn.quantrac.registry.entry;

import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;

/** Tells what the database refused from what failed. */
final class Conflicts {
    private static final String EXCLUSION_VIOLATION = "23P01";

    private Conflicts() {}

    /** Two writers at once: the slower one finds its period taken or its version gone. */
    static boolean isOverlap(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof PgException refused && EXCLUSION_VIOLATION.equals(refused.getSqlState())) {
                return true;
            }
        }
        return false;
    }
}
