package vn.quantrac.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class FeedOrderTest {
    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 150;

    private final ObjectMapper json = FeedJson.mapper();
    private final Jdbi jdbi = Jdbi.create(FeedDatabase.create());
    private final EventTableFeed feed = new EventTableFeed("test", jdbi, json);

    @Test
    void a_reader_beside_concurrent_writers_sees_every_committed_event_once_and_in_order() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 1);
        AtomicLong committed = new AtomicLong();
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String key = "writer-" + writer;
            writers.add(pool.submit(() -> write(key, committed)));
        }
        Future<List<FeedEvent>> reader = pool.submit(() -> readUntil(writers));
        List<FeedEvent> seen = reader.get();
        pool.shutdown();

        assertThat(committed.get()).isGreaterThan(WRITERS * TRANSACTIONS / 2);
        assertThat(seen.stream().map(FeedEvent::cursor))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, committed.get()).boxed().toList());
        assertThat(seen.stream()
                        .map(event ->
                                event.key() + "#" + event.data().get("nth").asInt()))
                .as("no event stands for another")
                .doesNotHaveDuplicates();
    }

    @Test
    void changes_appended_together_keep_their_order_and_follow_what_was_there() {
        jdbi.useTransaction(handle -> feed.append(handle, "t", "before", Map.of()));
        long head = feed.head();

        jdbi.useTransaction(handle -> {
            feed.append(
                    handle,
                    List.of(
                            new FeedChange("t", "b", Map.of("nth", 1)),
                            new FeedChange("t", "a", Map.of("nth", 2)),
                            new FeedChange("u", "b", Map.of("nth", 3))));
            feed.append(handle, List.of());
        });

        FeedPage page = feed.read(head, 10);
        assertThat(page.events().stream().map(FeedEvent::cursor)).containsExactly(head + 1, head + 2, head + 3);
        assertThat(page.events().stream().map(event -> event.type() + event.key() + event.data()))
                .containsExactly("tb{\"nth\":1}", "ta{\"nth\":2}", "ub{\"nth\":3}");
    }

    @Test
    void a_rolled_back_transaction_leaves_no_gap() {
        jdbi.useTransaction(handle -> {
            feed.append(handle, "t", "lost", Map.of());
            handle.rollback();
        });
        jdbi.useTransaction(handle -> feed.append(handle, "t", "kept", Map.of()));

        FeedPage page = feed.read(0, 10);
        assertThat(page.head()).isEqualTo(1);
        assertThat(page.events())
                .singleElement()
                .returns("kept", FeedEvent::key)
                .returns(1L, FeedEvent::cursor);
    }

    @Test
    void pages_join_without_gap_and_end_at_the_head() {
        jdbi.useTransaction(handle ->
                LongStream.rangeClosed(1, 25).forEach(n -> feed.append(handle, "t", "k" + n, Map.of("n", n))));

        FeedPage first = feed.read(0, 10);
        FeedPage second = feed.read(first.next(), 10);
        FeedPage third = feed.read(second.next(), 10);
        FeedPage end = feed.read(third.next(), 10);

        assertThat(first.next()).isEqualTo(10);
        assertThat(second.events()).hasSize(10);
        assertThat(third.next()).isEqualTo(25).isEqualTo(third.head());
        assertThat(end.events()).isEmpty();
        assertThat(end.next()).isEqualTo(25);
    }

    @Test
    void a_cursor_that_was_never_given_out_is_refused() {
        assertThatThrownBy(() -> feed.read(1, 10)).isInstanceOf(CursorUnknownException.class);
        assertThatThrownBy(() -> feed.read(-1, 10)).isInstanceOf(CursorUnknownException.class);
    }

    @Test
    void a_cursor_whose_events_were_dropped_is_refused_and_not_answered_with_a_gap() {
        jdbi.useTransaction(
                handle -> LongStream.rangeClosed(1, 9).forEach(n -> feed.append(handle, "t", "k" + n, Map.of())));
        jdbi.useHandle(handle -> handle.execute("delete from feed_event where cursor <= 4"));

        assertThatThrownBy(() -> feed.read(3, 10)).isInstanceOf(CursorGoneException.class);
        assertThat(feed.read(4, 10).events()).hasSize(5);

        jdbi.useHandle(handle -> handle.execute("delete from feed_event"));
        assertThatThrownBy(() -> feed.read(4, 10)).isInstanceOf(CursorGoneException.class);
    }

    /** Some transactions append twice, some roll back, all take their time between append and commit. */
    private void write(String key, AtomicLong committed) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int n = 0; n < TRANSACTIONS; n++) {
            int events = random.nextInt(1, 3);
            boolean rollback = random.nextInt(10) == 0;
            int first = 2 * n;
            jdbi.useTransaction(handle -> {
                for (int i = 0; i < events; i++) {
                    feed.append(handle, "t", key, Map.of("nth", first + i));
                }
                handle.execute("select pg_sleep(random() * 0.002)");
                if (rollback) {
                    handle.rollback();
                }
            });
            if (!rollback) {
                committed.addAndGet(events);
            }
        }
    }

    private List<FeedEvent> readUntil(List<Future<?>> writers) {
        List<FeedEvent> seen = new ArrayList<>();
        long after = 0;
        boolean done;
        do {
            done = writers.stream().allMatch(Future::isDone);
            FeedPage page;
            do {
                page = feed.read(after, 50);
                seen.addAll(page.events());
                after = page.next();
            } while (page.next() < page.head());
        } while (!done);
        return seen;
    }
}
