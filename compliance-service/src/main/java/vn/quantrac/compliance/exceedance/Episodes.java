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
    private Episode open;

    private Episodes(List<AppliedLimit> limits) {
        this.limits = limits;
    }

    /** @param means of one datastream and averaging, in order of time */
    static List<Exceedance> of(List<Mean> means, List<AppliedLimit> limits) {
        Episodes episodes = new Episodes(limits);
        means.stream().filter(Mean::valid).forEach(episodes::take);
        episodes.end(null);
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
            end(mean.end());
            return;
        }
        if (open == null) {
            open = new Episode(mean, limit);
        }
        open.take(mean, bound);
    }

    /** @param closedAt null for an episode that lasts */
    private void end(Instant closedAt) {
        if (open != null) {
            found.add(open.until(closedAt));
            open = null;
        }
    }

    /** An episode under way. */
    private static final class Episode {
        private final Mean first;
        private final AppliedLimit limit;
        private Mean last;
        private int intervals;
        private BigDecimal peak;
        /** The bound that the peak broke. */
        private BigDecimal bound;

        Episode(Mean first, AppliedLimit limit) {
            this.first = first;
            this.limit = limit;
        }

        void take(Mean mean, BigDecimal broken) {
            last = mean;
            intervals++;
            if (peak == null || distance(mean.value(), broken).compareTo(distance(peak, bound)) > 0) {
                peak = mean.value();
                bound = broken;
            }
        }

        private static BigDecimal distance(BigDecimal value, BigDecimal bound) {
            return value.subtract(bound).abs();
        }

        Exceedance until(Instant closedAt) {
            return new Exceedance(
                    first.datastream() + "/" + first.averaging().code() + "/" + first.start(),
                    first.datastream(),
                    first.station(),
                    first.parameter(),
                    limit.standard(),
                    first.averaging(),
                    limit.min(),
                    limit.max(),
                    limit.unit(),
                    first.start(),
                    last.end(),
                    closedAt,
                    intervals,
                    peak,
                    bound.signum() == 0 ? null : peak.divide(bound, RATIO_SCALE, RoundingMode.HALF_UP),
                    0,
                    false);
        }
    }
}
