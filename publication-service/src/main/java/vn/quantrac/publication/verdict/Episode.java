package vn.quantrac.publication.verdict;

import java.math.BigDecimal;
import java.time.Instant;

/** A published exceedance, as compliance judges it now. */
public record Episode(
        String id,
        String station,
        String parameter,
        String standard,
        String averaging,
        BigDecimal min,
        BigDecimal max,
        String unit,
        Instant openedAt,
        Instant lastAt,
        Instant closedAt,
        int intervals,
        BigDecimal peak,
        BigDecimal peakRatio,
        int revision) {}
