package vn.quantrac.compliance.standard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A row of a regulation's table, before coefficients.
 *
 * @param averaging null for that of the regulation
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
        return new LimitValue(
                row.getString("standard"),
                row.getString("column"),
                row.getString("parameter"),
                row.getString("averaging"),
                row.getBigDecimal("lo"),
                row.getBigDecimal("hi"),
                row.getString("unit"),
                Arrays.asList((String[]) row.getArray("coefficients").getArray()),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("source_ref"),
                row.getBoolean("verified"));
    }
}
