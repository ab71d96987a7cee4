package vn.quantrac.publication;

import java.time.Instant;
import vn.quantrac.feeds.FeedServer;

/** Lets the feeds of a test run tell of the sample province, once. */
final class SampleFeeds {
    private static final int HOURS = 48;
    private static SampleProvince province;

    private SampleFeeds() {}

    static synchronized SampleProvince said(FeedServer feeds) {
        if (province == null) {
            province = new SampleProvince(Instant.now());
            feeds.append("registry", province.registry());
            feeds.append("readings", province.readings(HOURS));
            feeds.append("verdicts", province.verdicts(HOURS));
        }
        return province;
    }
}
