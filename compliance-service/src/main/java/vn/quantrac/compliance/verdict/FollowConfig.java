package vn.quantrac.compliance.verdict;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

@ConfigMapping(prefix = "compliance.follow")
interface FollowConfig {
    /** The registry's feed. */
    URI registryFeed();

    /** Ingestion's feed. */
    URI readingsFeed();

    /** How often a feed is read when nothing is announced. */
    @WithDefault("5s")
    Duration poll();
}
