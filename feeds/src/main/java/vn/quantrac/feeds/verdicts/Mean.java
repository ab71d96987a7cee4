package vn.quantrac.feeds.verdicts;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The mean of a datastream over a regulatory hour or day.
 *
 * @param start exclusive
 * @param end inclusive; the label of the interval
 * @param value unrounded mean of what counted, in the canonical unit; null when nothing did
 * @param count how many values counted: readings of status 00 in an hour, valid hours in a day
 * @param expected how many could have counted
 * @param valid whether enough counted for the mean to be used
 * @param revision 0 for the first time it is said, higher when late or revised readings changed it
 */
public record Mean(
        long datastream,
        String station,
        String parameter,
        Averaging averaging,
        Instant start,
        Instant end,
        BigDecimal value,
        int count,
        int expected,
        boolean valid,
        int revision) {}
