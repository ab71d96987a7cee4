package vn.quantrac.compliance.verdict;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.feeds.FeedEffect;
import vn.quantrac.feeds.FeedFollower;
import vn.quantrac.feeds.FollowerGauges;
import vn.quantrac.feeds.HttpFeedReader;
import vn.quantrac.feeds.ServiceToken;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.registry.RegistryMessages;

/** Follows the feeds of registry and ingestion. */
@ApplicationScoped
class Followers {
    private final Jdbi jdbi;
    private final FollowConfig config;
    private final ServiceToken token;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final StandardsEffect standards;
    private final FeedFollower registry;
    private final FeedFollower readings;

    Followers(
            Jdbi jdbi,
            FollowConfig config,
            OidcClient account,
            ObjectMapper json,
            MeterRegistry metrics,
            RegistryEffect registryEffect,
            ReadingsEffect readingsEffect,
            StandardsEffect standardsEffect) {
        this.jdbi = jdbi;
        this.config = config;
        this.token = new ServiceToken(account);
        this.json = json;
        this.metrics = metrics;
        this.standards = standardsEffect;
        this.registry = follower(RegistryMessages.FEED, config.registryFeed(), registryEffect);
        this.readings = follower(Reading.FEED, config.readingsFeed(), readingsEffect);
    }

    private FeedFollower follower(String feed, URI address, FeedEffect effect) {
        FeedFollower follower =
                new FeedFollower(feed, jdbi, new HttpFeedReader(address, token, json), effect, config.poll(), json);
        FollowerGauges.register(follower, "compliance.feed", Tags.of("feed", feed), metrics);
        return follower;
    }

    void start(@Observes StartupEvent event) {
        jdbi.useTransaction(standards::apply);
        List.of(registry, readings).forEach(FeedFollower::start);
    }

    void stop(@Observes ShutdownEvent event) {
        List.of(registry, readings).forEach(FeedFollower::close);
    }

    @Incoming("registry-feed")
    void registryAnnounced(byte[] message) {
        registry.announced(message);
    }

    @Incoming("readings-feed")
    void readingsAnnounced(byte[] message) {
        readings.announced(message);
    }
}
