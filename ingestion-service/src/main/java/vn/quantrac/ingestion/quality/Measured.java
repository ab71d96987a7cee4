package vn.quantrac.ingestion.quality;

import java.math.BigDecimal;
import java.time.Instant;

/** The current value of a reading with status 00. */
record Measured(Instant time, BigDecimal value, String unit) {}
