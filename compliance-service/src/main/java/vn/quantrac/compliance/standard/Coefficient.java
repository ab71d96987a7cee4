package vn.quantrac.compliance.standard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A coefficient of a regulation for quantities above {@code over} up to and with {@code upTo}.
 *
 * @param known false for the row that counts when the quantity is not known, or does not matter
 */
record Coefficient(
        String standard,
        String name,
        String kind,
        BigDecimal over,
        BigDecimal upTo,
        boolean known,
        BigDecimal value,
        String sourceRef,
        boolean verified) {
    static Coefficient of(ResultSet row) throws SQLException {
        return new Coefficient(
                row.getString("standard"),
                row.getString("name"),
                row.getString("kind"),
                row.getBigDecimal("over"),
                row.getBigDecimal("up_to"),
                row.getBoolean("known"),
                row.getBigDecimal("value"),
                row.getString("source_ref"),
                row.getBoolean("verified"));
    }

    boolean covers(BigDecimal quantity) {
        if (!known) {
            // The coast rows hold whatever the quantity; rivers and lakes have rows for known ones before.
            return quantity == null || kind.startsWith("COAST");
        }
        return quantity != null
                && (over == null || quantity.compareTo(over) > 0)
                && (upTo == null || quantity.compareTo(upTo) <= 0);
    }
}
