package vn.quantrac.registry.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.feeds.EventTableFeed;
import vn.quantrac.feeds.Feed;
import vn.quantrac.feeds.FeedAnnouncer;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.registry.RegistryMessages;

/** The registry's feed: read by REST, announced by MQTT, and its entries kept as retained messages. */
@ApplicationScoped
public class RegistryFeed {
    private final Feed feed;
    private final FeedAnnouncer announcer;
    private final RetainedEntries retained;

    RegistryFeed(
            Jdbi jdbi,
            ObjectMapper json,
            RetainedEntries retained,
            @Channel("announcements") @OnOverflow(OnOverflow.Strategy.DROP) MutinyEmitter<byte[]> broker) {
        this.feed = new EventTableFeed(RegistryMessages.FEED, jdbi, json);
        this.announcer = new FeedAnnouncer(
                feed,
                message -> broker.send(message).subscribe().with(sent -> {}, failure -> {}),
                RegistryFeed::mayBeBroadcast,
                json);
        this.retained = retained;
    }

    /** Hashes of secrets are for services with a token only. */
    static boolean mayBeBroadcast(FeedEvent event) {
        return !event.type().equals(RegistryMessages.CREDENTIAL);
    }

    void start(@Observes StartupEvent event) {
        announcer.start();
        retained.start();
    }

    void stop(@Observes ShutdownEvent event) {
        announcer.close();
        retained.close();
    }

    /** Says that a change was committed. */
    public void changed() {
        announcer.changed();
        retained.changed();
    }

    Feed feed() {
        return feed;
    }
}
