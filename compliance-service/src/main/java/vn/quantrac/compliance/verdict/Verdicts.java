package vn.quantrac.compliance.verdict;

import java.util.ArrayList;
import java.util.List;
import vn.quantrac.compliance.standard.AppliedLimits;
import vn.quantrac.feeds.FeedChange;
import vn.quantrac.feeds.verdicts.AirQualityIndex;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Exceedance;
import vn.quantrac.feeds.verdicts.Mean;
import vn.quantrac.feeds.verdicts.VerdictMessages;

/** What is to be said after a judgement, in the order in which one thing follows from another. */
final class Verdicts {
    private final List<FeedChange> changes = new ArrayList<>();

    void limits(List<AppliedLimit> limits) {
        limits.forEach(
                limit -> changes.add(new FeedChange(VerdictMessages.APPLIED_LIMIT, AppliedLimits.key(limit), limit)));
    }

    void means(List<Mean> means) {
        means.forEach(mean -> changes.add(new FeedChange(
                VerdictMessages.MEAN, mean.datastream() + "/" + mean.averaging().code() + "/" + mean.end(), mean)));
    }

    void exceedances(List<Exceedance> exceedances) {
        exceedances.forEach(
                exceedance -> changes.add(new FeedChange(VerdictMessages.EXCEEDANCE, exceedance.id(), exceedance)));
    }

    void indices(List<AirQualityIndex> indices) {
        indices.forEach(index -> changes.add(new FeedChange(
                VerdictMessages.AIR_QUALITY_INDEX,
                index.station() + "/" + index.averaging().code() + "/" + index.end(),
                index)));
    }

    List<FeedChange> changes() {
        return changes;
    }
}
