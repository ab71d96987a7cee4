package vn.quantrac.compliance.exceedance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.quantrac.compliance.standard.AppliedLimits;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Exceedance;
import vn.quantrac.feeds.verdicts.Mean;

/**
 * Episodes as they follow from means and limits alone: opened by the first valid interval outside, closed by the first
 * valid one inside or without a limit. An invalid interval changes nothing.
 */
final class Episodes {
    private static final int RATIO_SCALE = 6;

    private final List<AppliedLimit> limits;
    private final List<Exceedance> found = new ArrayList<>();
    private Exceedance open;
    /** How far the open episode's peak was outside the bound that it broke. */
    private BigDecimal farthest;

    private Episodes(List<AppliedLimit> limits) {
        this.limits = limits;
    }

    /** @param means of one datastream and averaging, in order of time */
    static List<Exceedance> of(List<Mean> means, List<AppliedLimit> limits) {
        Episodes episodes = new Episodes(limits);
        means.stream().filter(Mean::valid).forEach(episodes::take);
        if (episodes.open != null) {
            episodes.found.add(episodes.open);
        }
        return episodes.found;
    }

    /** The bound that a value breaks, or null; a value equal to a bound breaks nothing. */
    static BigDecimal broken(BigDecimal value, AppliedLimit limit) {
        if (limit.max() != null && value.compareTo(limit.max()) > 0) {
            return limit.max();
        }
        return limit.min() != null && value.compareTo(limit.min()) < 0 ? limit.min() : null;
    }

    private void take(Mean mean) {
        AppliedLimit limit = AppliedLimits.at(limits, mean.averaging(), mean.end());
        BigDecimal bound = limit == null ? null : broken(mean.value(), limit);
        if (bound == null) {
            close(mean);
        } else {
            BigDecimal distance = mean.value().subtract(bound).abs();
            boolean isPeak = open == null || distance.compareTo(farthest) > 0;
            farthest = isPeak ? distance : farthest;
            open = open == null ? opened(mean, limit, bound) : extended(mean, bound, isPeak);
        }
    }

    private void close(Mean mean) {
        if (open != null) {
            found.add(copy(open, open.lastAt(), mean.end(), open.intervals(), open.peak(), open.peakRatio()));
            open = null;
        }
    }

    private static Exceedance opened(Mean mean, AppliedLimit limit, BigDecimal bound) {
        return new Exceedance(
                mean.datastream() + "/" + mean.averaging().code() + "/" + mean.start(),
                mean.datastream(),
                mean.station(),
                mean.parameter(),
                limit.standard(),
                mean.averaging(),
                limit.min(),
                limit.max(),
                limit.unit(),
                mean.start(),
                mean.end(),
                null,
                1,
                mean.value(),
                ratio(mean.value(), bound),
                0,
                false);
    }

    private Exceedance extended(Mean mean, BigDecimal bound, boolean isPeak) {
        return copy(
                open,
                mean.end(),
                null,
                open.intervals() + 1,
                isPeak ? mean.value() : open.peak(),
                isPeak ? ratio(mean.value(), bound) : open.peakRatio());
    }

    private static Exceedance copy(
            Exceedance of, Instant lastAt, Instant closedAt, int intervals, BigDecimal peak, BigDecimal peakRatio) {
        return new Exceedance(
                of.id(),
                of.datastream(),
                of.station(),
                of.parameter(),
                of.standard(),
                of.averaging(),
                of.min(),
                of.max(),
                of.unit(),
                of.openedAt(),
                lastAt,
                closedAt,
                intervals,
                peak,
                peakRatio,
                0,
                false);
    }

    private static BigDecimal ratio(BigDecimal value, BigDecimal bound) {
        return bound.signum() == 0 ? null : value.divide(bound, RATIO_SCALE, RoundingMode.HALF_UP);
    }
}
