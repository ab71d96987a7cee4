package vn.quantrac.compliance.exceedance;

import java.time.Instant;
import java.util.List;

/**
 * Which episodes are asked for.
 *
 * @param open true for those that last, false for those that do not, null for both
 * @param from the period in which they lasted at some time
 */
record ExceedanceFilter(List<String> stations, Boolean open, Instant from, Instant to) {}
