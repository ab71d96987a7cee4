package vn.quantrac.registry.writing;

import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;

/** Tells what the database refused from what failed. */
final class Conflicts {
    private static final String EXCLUSION_VIOLATION = "23P01";

    private Conflicts() {}

    /** A period of the code that overlaps another, or a version that is gone. */
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
