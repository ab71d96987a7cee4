package vn.quantrac.ingestion.adjustment;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One change for all readings of a period: {@code value × factor + offset}, another status, or both.
 *
 * @param from first time
 * @param to the time before which it ends
 * @param factor null for 1
 * @param offset in the unit in which the readings are kept; null for 0
 * @param status the new device status; null to leave it
 * @param onlyStatus readings of another device status are left as they are; null for all
 */
public record Rule(Instant from, Instant to, BigDecimal factor, BigDecimal offset, String status, String onlyStatus) {
    BigDecimal applied(BigDecimal value) {
        BigDecimal scaled = factor == null || value == null ? value : value.multiply(factor);
        return offset == null || scaled == null ? scaled : scaled.add(offset);
    }

    boolean isFor(String ofReading) {
        return onlyStatus == null || onlyStatus.equals(ofReading);
    }
}
