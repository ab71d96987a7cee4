package vn.quantrac.ingestion.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import vn.quantrac.feeds.Feed;
import vn.quantrac.feeds.FeedPage;

/**
 * How far the announcements are behind the commits. It costs no query of its own: the announcer asks for the head
 * anyway, at least every second.
 */
@ApplicationScoped
class FeedProgress {
    private final AtomicLong head = new AtomicLong();
    private final AtomicLong announced = new AtomicLong();
    /** When the oldest commit was made that no announcement has followed yet, by {@link System#nanoTime()}. */
    private final AtomicReference<Long> unannounced = new AtomicReference<>();

    FeedProgress(MeterRegistry metrics) {
        metrics.gauge("ingestion.feed.head", head);
        metrics.gauge("ingestion.feed.lag", this, progress -> progress.head.get() - progress.announced.get());
        TimeGauge.builder("ingestion.feed.delay", this, TimeUnit.NANOSECONDS, FeedProgress::delayNanos)
                .description("How long the oldest commit that is not announced has waited for it")
                .register(metrics);
    }

    /** A transaction with telegrams was committed. */
    void committed() {
        unannounced.compareAndSet(null, System.nanoTime());
    }

    /** The same feed; whoever reads it to its head has announced everything. */
    Feed announcing(Feed feed) {
        return new Feed() {
            @Override
            public String name() {
                return feed.name();
            }

            @Override
            public long head() {
                long newest = feed.head();
                reached(newest, newest);
                return newest;
            }

            @Override
            public FeedPage read(long after, int limit) {
                Long before = unannounced.get();
                FeedPage page = feed.read(after, limit);
                reached(page.next(), page.head());
                if (page.next() == page.head()) {
                    // A commit since is announced by the next round, a second later at most.
                    unannounced.compareAndSet(before, null);
                }
                return page;
            }
        };
    }

    private void reached(long next, long newest) {
        announced.set(next);
        head.set(newest);
    }

    private double delayNanos() {
        Long since = unannounced.get();
        return since == null ? 0 : System.nanoTime() - since;
    }
}
