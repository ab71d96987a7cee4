package vn.quantrac.publication.verdict;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A regulatory hour or day of a parameter, newest revision.
 *
 * @param start exclusive
 * @param end inclusive; the label
 * @param valid whether enough readings counted
 */
public record PublishedMean(
        long datastream,
        String station,
        String parameter,
        String averaging,
        Instant start,
        Instant end,
        BigDecimal value,
        int count,
        int expected,
        boolean valid,
        int revision) {}
