package vn.quantrac.local.logger;

import java.math.BigDecimal;
import java.time.Instant;

/** What a logger sends of one parameter at one time; the status is that of TT 10/2021: 00, 01 or 02. */
record SampleReading(String symbol, BigDecimal value, String unit, Instant time, String status) {}
