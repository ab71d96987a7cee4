package vn.quantrac.ingestion.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.Feed;
import vn.quantrac.feeds.FeedPage;

class FeedProgressTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final FeedProgress progress = new FeedProgress(metrics);

    @Test
    void a_commit_waits_until_the_feed_was_read_to_its_head() throws Exception {
        Feed feed = progress.announcing(pages(page(0, 500, 700), page(500, 700, 700)));
        assertThat(gauge("delay")).isZero();
        progress.committed();
        Thread.sleep(20);
        assertThat(gauge("delay")).isGreaterThan(0.01);
        feed.read(0, 500);
        assertThat(gauge("head")).isEqualTo(700);
        assertThat(gauge("lag")).isEqualTo(200);
        assertThat(gauge("delay")).isGreaterThan(0.01);
        feed.read(500, 500);
        assertThat(gauge("lag")).isZero();
        assertThat(gauge("delay")).isZero();
    }

    @Test
    void a_commit_while_the_feed_is_read_is_not_taken_for_announced() throws Exception {
        Feed committedMeanwhile = progress.announcing(new Pages(List.of(page(0, 1, 1))) {
            @Override
            public FeedPage read(long after, int limit) {
                progress.committed();
                return super.read(after, limit);
            }
        });
        committedMeanwhile.read(0, 500);
        Thread.sleep(5);
        assertThat(gauge("delay")).isPositive();
    }

    @Test
    void what_was_committed_before_the_start_is_not_waited_for() {
        Feed feed = progress.announcing(pages(page(0, 42, 42)));
        assertThat(feed.head()).isEqualTo(42);
        assertThat(gauge("head")).isEqualTo(42);
        assertThat(gauge("lag")).isZero();
    }

    private double gauge(String name) {
        return metrics.get("ingestion.feed." + name).gauge().value();
    }

    private static FeedPage page(long after, long next, long head) {
        return new FeedPage("readings", after, next, head, List.of());
    }

    private static Feed pages(FeedPage... pages) {
        return new Pages(List.of(pages));
    }

    /** A feed of pages that are known. */
    private static class Pages implements Feed {
        private final List<FeedPage> pages;

        Pages(List<FeedPage> pages) {
            this.pages = pages;
        }

        @Override
        public String name() {
            return "readings";
        }

        @Override
        public long head() {
            return pages.get(0).head();
        }

        @Override
        public FeedPage read(long after, int limit) {
            return pages.stream()
                    .filter(page -> page.after() == after)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
