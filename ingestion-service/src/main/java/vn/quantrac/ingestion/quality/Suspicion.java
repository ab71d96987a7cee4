package vn.quantrac.ingestion.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What the readings around it say of a reading.
 *
 * @param value in {@code unit}, the canonical one
 * @param flags in alphabetical order
 */
public record Suspicion(String parameter, Instant time, BigDecimal value, String unit, List<String> flags) {}
