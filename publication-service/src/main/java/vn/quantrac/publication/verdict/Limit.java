package vn.quantrac.publication.verdict;

import java.math.BigDecimal;

/**
 * The limit that holds now.
 *
 * @param averaging what is compared with it, 1h or 24h
 * @param basis how it was reached
 * @param verified false while the figure has not been checked against the act
 */
public record Limit(
        String standard,
        String column,
        String averaging,
        BigDecimal min,
        BigDecimal max,
        String unit,
        String basis,
        boolean verified) {}
