package vn.quantrac.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedFollowerTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration OFTEN = Duration.ofMillis(100);

    private final ObjectMapper json = FeedJson.mapper();
    private final Jdbi owner = Jdbi.create(FeedDatabase.create());
    private final EventTableFeed feed = new EventTableFeed("test", owner, json);
    private final String followerDatabase = FeedDatabase.create();
    private final Jdbi follower = Jdbi.create(followerDatabase);
    private final List<AutoCloseable> open = new ArrayList<>();
    private final AtomicInteger restReads = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    @Test
    void announcements_alone_carry_the_effects_once_the_follower_is_up_to_date() {
        append(3);
        FeedFollower running = follow(NEVER, FeedFollowerTest::record);
        FeedAnnouncer announcer = announce(message -> running.announced(message));
        await(() -> running.position() == 3);
        int before = restReads.get();

        for (int n = 0; n < 5; n++) {
            append(2);
            announcer.changed();
        }

        await(() -> running.position() == 13);
        assertThat(FeedDatabase.effects(follower)).containsExactlyElementsOf(upTo(13));
        assertThat(restReads.get()).isEqualTo(before);
    }

    @Test
    void a_broker_that_loses_repeats_and_reorders_changes_nothing() {
        Random random = new Random(7);
        List<byte[]> late = Collections.synchronizedList(new ArrayList<>());
        FeedFollower running = follow(OFTEN, FeedFollowerTest::record);
        FeedAnnouncer announcer = announce(message -> {
            switch (random.nextInt(4)) {
                case 0 -> {
                    /* lost */
                }
                case 1 -> {
                    running.announced(message);
                    running.announced(message);
                }
                case 2 -> late.add(message);
                default -> {
                    running.announced(message);
                    if (!late.isEmpty()) {
                        running.announced(late.remove(random.nextInt(late.size())));
                    }
                }
            }
        });
        for (int n = 0; n < 200; n++) {
            append(1 + random.nextInt(3));
            announcer.changed();
        }
        long head = feed.head();

        await(() -> running.position() == head);
        assertThat(FeedDatabase.effects(follower)).containsExactlyElementsOf(upTo(head));
    }

    @Test
    void without_any_announcement_the_feed_is_still_followed() {
        FeedFollower running = follow(OFTEN, FeedFollowerTest::record);
        append(4);
        await(() -> running.position() == 4);
        append(3);
        await(() -> running.position() == 7);
        assertThat(FeedDatabase.effects(follower)).containsExactlyElementsOf(upTo(7));
    }

    @Test
    void a_follower_that_starts_from_zero_gets_all_there_ever_was() {
        append(5_000);
        FeedFollower running = follow(NEVER, FeedFollowerTest::record);
        await(() -> running.position() == 5_000);
        assertThat(FeedDatabase.effects(follower)).containsExactlyElementsOf(upTo(5_000));
        assertThat(running.lag()).isZero();
    }

    @Test
    void an_effect_that_fails_is_tried_again_and_happens_once() {
        append(10);
        AtomicInteger attempts = new AtomicInteger();
        FeedFollower running = follow(OFTEN, (handle, events) -> {
            record(handle, events);
            switch (attempts.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("the third attempt succeeds");
                case 2 -> throw new AssertionError("as the driver throws it");
                default -> {
                    /* succeeds */
                }
            }
        });
        await(() -> running.position() == 10);
        assertThat(FeedDatabase.effects(follower)).containsExactlyElementsOf(upTo(10));
    }

    @Test
    void a_follower_killed_between_effect_and_commit_repeats_the_effect_once() throws Exception {
        append(10);
        Process victim = FollowerKilledBeforeCommit.start(followerDatabase, json.writeValueAsString(feed.read(0, 10)));
        assertThat(victim.getInputStream().read())
                .as("effect is done, commit is not")
                .isEqualTo('E');
        victim.destroyForcibly().waitFor();
        assertThat(victim.exitValue()).as("ended by SIGKILL").isEqualTo(128 + 9);

        FeedFollower running = follow(OFTEN, FeedFollowerTest::record);
        await(() -> running.position() == 10);
        assertThat(FeedDatabase.effects(follower)).containsExactlyElementsOf(upTo(10));
    }

    @Test
    void replicas_side_by_side_share_one_position() {
        List<FeedFollower> replicas = new CopyOnWriteArrayList<>();
        for (int n = 0; n < 3; n++) {
            replicas.add(follow(Duration.ofMillis(5), FeedFollowerTest::record));
        }
        FeedAnnouncer announcer = announce(message -> replicas.forEach(replica -> replica.announced(message)));
        for (int n = 0; n < 100; n++) {
            append(2);
            announcer.changed();
        }
        await(() -> FeedDatabase.effects(follower).size() >= 200);
        assertThat(FeedDatabase.effects(follower)).containsExactlyElementsOf(upTo(200));
    }

    @Test
    void an_announcement_without_events_makes_the_follower_read_the_feed() {
        FeedFollower running = follow(NEVER, FeedFollowerTest::record);
        await(() -> running.position() == 0);
        FeedAnnouncer announcer = new FeedAnnouncer(feed, running::announced, event -> false, json);
        open.add(announcer);
        announcer.start();
        append(6);
        announcer.changed();
        await(() -> running.position() == 6);
        assertThat(FeedDatabase.effects(follower)).containsExactlyElementsOf(upTo(6));
    }

    @Test
    void rubbish_on_the_topic_is_ignored() {
        FeedFollower running = follow(OFTEN, FeedFollowerTest::record);
        running.announced("{\"feed\":".getBytes());
        running.announced("[]".getBytes());
        running.announced("{\"feed\":\"test\",\"before\":0,\"after\":5,\"events\":[]}".getBytes());
        append(2);
        await(() -> running.position() == 2);
        assertThat(FeedDatabase.effects(follower)).containsExactlyElementsOf(upTo(2));
    }

    private static void record(org.jdbi.v3.core.Handle transaction, List<FeedEvent> events) {
        events.forEach(event -> transaction.execute("insert into effect (cursor) values (?)", event.cursor()));
    }

    private FeedFollower follow(Duration poll, FeedEffect effect) {
        FeedReader reader = (after, limit) -> {
            restReads.incrementAndGet();
            return feed.read(after, limit);
        };
        FeedFollower running = new FeedFollower("test", follower, reader, effect, poll, json);
        open.add(running);
        running.start();
        return running;
    }

    private FeedAnnouncer announce(java.util.function.Consumer<byte[]> broker) {
        FeedAnnouncer announcer = new FeedAnnouncer(feed, broker, event -> true, json);
        open.add(announcer);
        announcer.start();
        return announcer;
    }

    private void append(int events) {
        owner.useTransaction(
                handle -> LongStream.range(0, events).forEach(n -> feed.append(handle, "t", "k", Map.of("n", n))));
    }

    private static List<Long> upTo(long head) {
        return LongStream.rangeClosed(1, head).boxed().toList();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 60 s").isLessThan(deadline);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
