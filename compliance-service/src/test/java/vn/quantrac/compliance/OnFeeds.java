package vn.quantrac.compliance;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import vn.quantrac.feeds.FeedServer;

/** A test that says facts on the feeds and reads what was judged of them. */
abstract class OnFeeds {
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);
    /** Midnight in Viet Nam. */
    static final Instant MIDNIGHT = Instant.parse("2026-10-31T17:00:00Z");

    FeedServer feeds;

    @Inject
    Jdbi jdbi;

    Facts facts;
    Judged judged;

    @BeforeEach
    void parametersAreKnown() {
        facts = new Facts(feeds);
        judged = new Judged(jdbi, feeds);
        facts.parametersAreKnown();
    }
}
