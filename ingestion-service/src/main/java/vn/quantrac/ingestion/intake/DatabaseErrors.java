package vn.quantrac.ingestion.intake;

import java.sql.SQLException;
import java.util.Set;

/** Whether another attempt could succeed, or would fail the same because of what was sent. */
final class DatabaseErrors {
    /**
     * SQL state classes: connection, rollback of the transaction, resources, object in use, intervention of an
     * operator, system and internal errors.
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58", "XX");

    private DatabaseErrors() {}

    /** Also for failures that are not the database's: waiting for them to pass would keep everybody else out. */
    static boolean isOfTheData(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                // Without a state it did not come from the server: no connection could be had.
                return sql.getSQLState() != null
                        && sql.getSQLState().length() == 5
                        && !PASSING.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return true;
    }
}
