package vn.quantrac.compliance.standard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.Permit;

/**
 * A technical regulation.
 *
 * @param averagings what is compared with its limits, {@code 1h} or {@code 24h}
 * @param validTo the first day it no longer holds, or null
 * @param permitsBefore from this day on it holds only for points permitted before it; null when it holds for all
 */
record Standard(
        String code,
        Medium medium,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate permitsBefore,
        List<String> averagings,
        String sourceRef,
        boolean verified) {
    static Standard of(ResultSet row) throws SQLException {
        return new Standard(
                row.getString("code"),
                Medium.valueOf(row.getString("medium")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("permits_before", LocalDate.class),
                Arrays.asList((String[]) row.getArray("averagings").getArray()),
                row.getString("source_ref"),
                row.getBoolean("verified"));
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** Whether a point with this permit may be judged by it on a day; from the new regulation on, an undated one may not. */
    boolean admits(Permit permit, LocalDate day) {
        return permitsBefore == null
                || day.isBefore(permitsBefore)
                || permit.issued() != null && permit.issued().isBefore(permitsBefore);
    }
}
