package vn.quantrac.publication.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A published reading, in its current revision.
 *
 * @param value in {@code unit}; null when the logger had none
 * @param status device status: 00 measuring, 01 calibrating, 02 device fault, others as sent
 */
public record Observation(
        long datastream,
        String station,
        String parameter,
        Instant time,
        BigDecimal value,
        String unit,
        String status,
        List<String> flags,
        int revision,
        Instant receivedAt) {}
