package vn.quantrac.ingestion.adjustment;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The change of one reading.
 *
 * @param value in the unit in which the reading is kept; null to leave it
 * @param status the device status; null to leave it
 */
public record Correction(Instant time, BigDecimal value, String status) {}
