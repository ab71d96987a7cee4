package vn.quantrac.compliance.mean;

import vn.quantrac.feeds.verdicts.Averaging;
import vn.quantrac.feeds.verdicts.Mean;

/** The means of one datastream and averaging. */
public record Series(long datastream, Averaging averaging) {
    public static Series of(Mean mean) {
        return new Series(mean.datastream(), mean.averaging());
    }
}
