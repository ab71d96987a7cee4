package vn.quantrac.ingestion.registry;

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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.FeedFollower;
import vn.quantrac.feeds.FollowerGauges;
import vn.quantrac.feeds.HttpFeedReader;
import vn.quantrac.feeds.ServiceToken;
import vn.quantrac.feeds.registry.RegistryMessages;

/** Follows the feed of the registry, and looks every second for what another replica has applied. */
@ApplicationScoped
public class RegistryFollower {
    private static final Logger LOG = Logger.getLogger(RegistryFollower.class);

    private final Registry registry;
    private final ObjectMapper json;
    private final FeedFollower follower;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "registry-refresh"));

    RegistryFollower(
            Registry registry,
            Jdbi jdbi,
            OidcClient account,
            RegistryConfig config,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.registry = registry;
        this.json = json;
        URI feed = URI.create(config.url() + "/api/registry/v1/feed");
        this.follower = new FeedFollower(
                RegistryMessages.FEED,
                jdbi,
                new HttpFeedReader(feed, new ServiceToken(account), json),
                this::apply,
                config.poll(),
                json);
        FollowerGauges.register(follower, "ingestion.registry", Tags.empty(), metrics);
    }

    private void apply(Handle transaction, List<FeedEvent> events) {
        RegistryCopy.apply(transaction, events, json);
        transaction.afterCommit(() -> timer.execute(this::refresh));
    }

    /** An announcement of the registry. */
    @Incoming("registry-feed")
    void announced(byte[] message) {
        follower.announced(message);
    }

    void start(@Observes StartupEvent event) {
        refresh();
        timer.scheduleWithFixedDelay(this::refresh, 1, 1, TimeUnit.SECONDS);
        follower.start();
    }

    private void refresh() {
        try {
            registry.refresh();
        } catch (RuntimeException e) {
            // The timer must live on; what is known already serves until the database answers again.
            LOG.warnf("The registry copy is not read: %s", e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
        timer.shutdownNow();
    }
}
