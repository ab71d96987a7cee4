package vn.quantrac.publication.follow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

@ConfigMapping(prefix = "publication.follow")
interface FollowConfig {
    /** The registry's feed. */
    URI registryFeed();

    /** Ingestion's feed. */
    URI readingsFeed();

    /** Compliance's feed. */
    URI verdictsFeed();

    /** How often a feed is read when nothing is announced. */
    @WithDefault("5s")
    Duration poll();
}
