package vn.quantrac.feeds;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** How far a follower is, as metrics; alerts are written against them. */
public final class FollowerGauges {
    private FollowerGauges() {}

    /**
     * Registers {@code <name>.position}, {@code <name>.lag} and {@code <name>.silence}.
     *
     * @param tags which of several followers it is; empty when the name says it
     */
    public static void register(FeedFollower follower, String name, Tags tags, MeterRegistry metrics) {
        Gauge.builder(name + ".position", follower, FeedFollower::position)
                .description("Last cursor applied")
                .tags(tags)
                .register(metrics);
        Gauge.builder(name + ".lag", follower, FeedFollower::lag)
                .description("Events known and not yet applied")
                .tags(tags)
                .register(metrics);
        Gauge.builder(name + ".silence", follower, FeedFollower::silence)
                .description("Time since the feed was last heard of")
                .baseUnit("seconds")
                .tags(tags)
                .register(metrics);
    }
}
