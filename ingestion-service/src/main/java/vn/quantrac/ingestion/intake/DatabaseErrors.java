package vn.quantrac.ingestion.intake;

import java.sql.SQLException;
import java.util.Set;

/** Whether a failure is the fault of what was sent, so that another attempt would fail the same. */
final class DatabaseErrors {
    /** SQL state classes: data exception, constraint violation, program limit exceeded. */
    private static final Set<String> OF_THE_DATA = Set.of("22", "23", "54");

    private DatabaseErrors() {}

    static boolean isOfTheData(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().length() == 5
                        && OF_THE_DATA.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return false;
    }
}
