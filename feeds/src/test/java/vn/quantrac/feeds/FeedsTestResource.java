package vn.quantrac.feeds;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The feeds of the three other services, served by HTTP in the test; sets QUANTRAC_*_URL. */
public final class FeedsTestResource implements QuarkusTestResourceLifecycleManager {
    private FeedServer feeds;

    @Override
    public Map<String, String> start() {
        try {
            feeds = new FeedServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "QUANTRAC_REGISTRY_URL", feeds.url(),
                "QUANTRAC_INGESTION_URL", feeds.url(),
                "QUANTRAC_COMPLIANCE_URL", feeds.url(),
                "QUANTRAC_FEED_POLL", "1s");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(feeds, new TestInjector.MatchesType(FeedServer.class));
    }

    @Override
    public void stop() {
        if (feeds != null) {
            feeds.close();
        }
    }
}
