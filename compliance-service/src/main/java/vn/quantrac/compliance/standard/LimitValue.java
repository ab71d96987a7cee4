package vn.quantrac.compliance.standard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A figure of a regulation's table, before coefficients.
 *
 * @param averaging null for that of the regulation
 * @param validFrom null for the regulation's own beginning
 * @param validTo the first day it no longer holds, or null
 */
record LimitValue(
        String standard,
        String column,
        String parameter,
        String averaging,
        BigDecimal lo,
        BigDecimal hi,
        String unit,
        List<String> coefficients,
        LocalDate validFrom,
        LocalDate validTo,
        String sourceRef,
        boolean verified) {
    static LimitValue of(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("valid_from", LocalDate.class);
        return new LimitValue(
                row.getString("standard"),
                row.getString("column"),
                row.getString("parameter"),
                row.getString("averaging"),
                row.getBigDecimal("lo"),
                row.getBigDecimal("hi"),
                row.getString("unit"),
                Arrays.asList((String[]) row.getArray("coefficients").getArray()),
                // -infinity in the table.
                LocalDate.MIN.equals(from) ? null : from,
                row.getObject("valid_to", LocalDate.class),
                row.getString("source_ref"),
                row.getBoolean("verified"));
    }

    /** Whether it is for a column, which ambient air does not have, and an averaging, on a day. */
    boolean isFor(String askedColumn, String askedAveraging, LocalDate day) {
        return (column == null || column.equals(askedColumn))
                && (averaging == null || averaging.equals(askedAveraging))
                && (validFrom == null || !day.isBefore(validFrom))
                && (validTo == null || day.isBefore(validTo));
    }
}
