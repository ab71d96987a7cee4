package vn.quantrac.compliance.verdict;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.feeds.EventTableFeed;
import vn.quantrac.feeds.Feed;
import vn.quantrac.feeds.FeedAnnouncer;
import vn.quantrac.feeds.FeedChange;
import vn.quantrac.feeds.verdicts.VerdictMessages;

/** The feed {@code verdicts}: read by REST, announced by MQTT; a broker that is away loses announcements only. */
@ApplicationScoped
class VerdictFeed {
    private final EventTableFeed feed;
    private final FeedAnnouncer announcer;
    private final MeterRegistry metrics;

    VerdictFeed(
            Jdbi jdbi,
            ObjectMapper json,
            MeterRegistry metrics,
            @Channel("verdicts-feed") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<byte[]> broker) {
        this.feed = new EventTableFeed(VerdictMessages.FEED, jdbi, json);
        this.announcer = new FeedAnnouncer(feed, broker::send, event -> true, json);
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        announcer.start();
    }

    void stop(@Observes ShutdownEvent event) {
        announcer.close();
    }

    /**
     * Lets only one transaction judge at a time, replicas included: readings and registry are followed side by side, and
     * what one of them judges must not rest on what the other is about to change.
     */
    static void lock(Handle transaction) {
        transaction
                .createQuery("select cursor from feed_head for update")
                .mapTo(Long.class)
                .one();
    }

    /** Appends what is to be said, announces it after the commit, and counts it by type. */
    void append(Handle transaction, List<FeedChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        feed.append(transaction, changes);
        transaction.afterCommit(() -> {
            announcer.changed();
            changes.forEach(change -> counter(change.type()).increment());
        });
    }

    private Counter counter(String type) {
        return Counter.builder("compliance.verdicts")
                .description("Verdicts said, by their event type")
                .tag("type", type)
                .register(metrics);
    }

    Feed feed() {
        return feed;
    }
}
