package vn.quantrac.compliance.mean;

import java.time.Instant;
import java.util.List;
import vn.quantrac.feeds.verdicts.Averaging;

/**
 * Which means are asked for.
 *
 * @param parameter null for all
 * @param from earliest end of an interval
 * @param to latest end of an interval
 */
record MeanFilter(List<String> stations, String parameter, Averaging averaging, Instant from, Instant to) {}
