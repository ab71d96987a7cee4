package vn.quantrac.ingestion.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import vn.quantrac.feeds.FeedAnnouncer;
import vn.quantrac.ingestion.intake.Committed;

/** Says on the broker that readings were committed; a broker that is away loses announcements and nothing else. */
@ApplicationScoped
class ReadingsAnnouncer {
    private final FeedAnnouncer announcer;
    private final FeedProgress progress;

    ReadingsAnnouncer(
            ReadingsFeed feed,
            FeedProgress progress,
            @Channel("readings-feed") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<byte[]> broker,
            ObjectMapper json) {
        this.announcer = new FeedAnnouncer(progress.announcing(feed), broker::send, event -> true, json);
        this.progress = progress;
    }

    void start(@Observes StartupEvent event) {
        announcer.start();
    }

    void committed(@Observes Committed event) {
        progress.committed();
        announcer.changed();
    }

    void stop(@Observes ShutdownEvent event) {
        announcer.close();
    }
}
