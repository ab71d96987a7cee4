package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;

import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantrac.embedded.Broker;
import vn.quantrac.ingestion.broker.BrokerFollower;
import vn.quantrac.ingestion.broker.OutsideBroker;
import vn.quantrac.ingestion.broker.TopicLayout;
import vn.quantrac.ingestion.intake.Intake;

/** A broker that the province has already, followed with a session that lasts. */
@QuarkusTest
@RealParts
class OutsideBrokerIT {
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final TopicLayout OURS = new TopicLayout("quantrac/v1/stations/+/readings", 4);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Intake intake;

    @Inject
    Intaken intaken;

    @TempDir
    Path data;

    private final Instant begin = Instant.now()
            .truncatedTo(ChronoUnit.DAYS)
            .minus(200, ChronoUnit.DAYS)
            .plus(10L * TESTS.incrementAndGet(), ChronoUnit.DAYS);
    private final List<BrokerFollower> followers = new ArrayList<>();
    private Broker broker;

    @BeforeEach
    void start() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
        broker = Broker.start("localhost", 0, data, "province", "secret");
    }

    @AfterEach
    void end() throws Exception {
        for (BrokerFollower follower : followers) {
            follower.stop(PATIENCE);
        }
        broker.close();
    }

    @Test
    void what_is_published_while_nobody_follows_arrives_later() throws Exception {
        follow("pod-1", OURS, 100).stop(PATIENCE);
        publish(0, 300);
        assertThat(stored(300)).isEmpty();
        follow("pod-1", OURS, 100);
        arrives(300);
    }

    @Test
    void a_message_is_acknowledged_after_the_commit_and_comes_again_otherwise() throws Exception {
        BrokerFollower first = follow("pod-1", OURS, 100);
        long before = intaken.telegrams(PAPER_MILL);
        try (Handle blocked = intaken.blockCommits()) {
            publish(0, 3);
            Eventually.holds(() -> first.uncommitted() == 3);
            first.stop(Duration.ZERO);
            blocked.rollback();
        }
        arrives(3);
        // What the first took in is stored by now, yet that broker was not told.
        BrokerFollower second = follow("pod-1", OURS, 100);
        Eventually.holds(() -> intaken.telegrams(PAPER_MILL) == before + 6);
        second.stop(PATIENCE);
        follow("pod-1", OURS, 100);
        publish(3, 4);
        arrives(4);
        assertThat(intaken.telegrams(PAPER_MILL)).isEqualTo(before + 7);
    }

    @Test
    void a_restart_of_the_broker_loses_and_doubles_nothing() throws Exception {
        BrokerFollower follower = follow("pod-1", OURS, 20);
        publish(0, 200);
        int port = broker.port();
        broker.close();
        broker = Broker.start("localhost", port, data, "province", "secret");
        publish(200, 400);
        arrives(400);
        Eventually.holds(follower::isFollowing);
    }

    @Test
    void two_followers_share_the_messages() throws Exception {
        BrokerFollower one = follow("pod-1", OURS, 100);
        BrokerFollower other = follow("pod-2", OURS, 100);
        try (Handle blocked = intaken.blockCommits()) {
            publish(0, 60);
            Eventually.holds(() -> one.uncommitted() + other.uncommitted() == 60);
            assertThat(one.uncommitted()).isBetween(10, 50);
            blocked.rollback();
        }
        arrives(60);
    }

    @Test
    void what_is_left_by_one_follower_goes_to_the_other() throws Exception {
        BrokerFollower one = follow("pod-1", OURS, 100);
        BrokerFollower other = follow("pod-2", OURS, 100);
        long before = intaken.telegrams(PAPER_MILL);
        try (Handle blocked = intaken.blockCommits()) {
            publish(0, 20);
            Eventually.holds(() -> one.uncommitted() + other.uncommitted() == 20);
            int left = one.uncommitted();
            assertThat(left).isPositive();
            one.stop(Duration.ZERO);
            Eventually.holds(() -> other.uncommitted() == 20);
            blocked.rollback();
            arrives(20);
            Eventually.holds(() -> intaken.telegrams(PAPER_MILL) == before + 20 + left);
        }
    }

    @Test
    void no_more_is_read_than_may_be_unacknowledged() throws Exception {
        BrokerFollower follower = follow("pod-1", OURS, 10);
        try (Handle blocked = intaken.blockCommits()) {
            publish(0, 50);
            Eventually.holds(() -> follower.uncommitted() == 10);
            Thread.sleep(500);
            assertThat(follower.uncommitted()).isEqualTo(10);
            blocked.rollback();
        }
        arrives(50);
    }

    @Test
    void what_is_not_understood_is_kept_and_stops_nothing() throws Exception {
        follow("pod-1", new TopicLayout("can-tho/#", 2), 100);
        Mqtt5BlockingClient gateway = gateway();
        for (String topic : List.of("can-tho/XX_0001/so-lieu", "can-tho", "can-tho/" + PAPER_MILL + "/so-lieu")) {
            Mqtt.publish(gateway, topic, "garbage").get(10, TimeUnit.SECONDS);
        }
        Mqtt.publish(gateway, "can-tho/" + PAPER_MILL + "/khac", text(0)).get(10, TimeUnit.SECONDS);
        gateway.disconnect();
        arrives(1);
        assertThat(intaken.quarantined("can-tho/XX_0001/so-lieu")).containsExactly("XX_0001 unknown-station");
        assertThat(intaken.quarantined("can-tho")).containsExactly(" unknown-topic");
        assertThat(intaken.quarantined("can-tho/" + PAPER_MILL + "/so-lieu")).containsExactly(PAPER_MILL + " bad-line");
    }

    private BrokerFollower follow(String clientId, TopicLayout topics, int receiveMaximum) throws Exception {
        OutsideBroker address = new OutsideBroker(
                URI.create("mqtt://localhost:" + broker.port()),
                Optional.of("province"),
                Optional.of("secret"),
                Optional.empty(),
                clientId,
                Duration.ofDays(1),
                receiveMaximum);
        BrokerFollower follower =
                new BrokerFollower(address, "quantrac", topics, Duration.ofSeconds(1), intake, Clock.systemUTC());
        followers.add(follower);
        follower.start();
        Eventually.holds(follower::isFollowing);
        return follower;
    }

    private void publish(int from, int to) throws Exception {
        Mqtt5BlockingClient gateway = gateway();
        List<CompletableFuture<Mqtt5PublishResult>> published = new ArrayList<>();
        for (int number = from; number < to; number++) {
            published.add(Mqtt.publish(gateway, Mqtt.topic(PAPER_MILL), text(number)));
        }
        for (CompletableFuture<Mqtt5PublishResult> result : published) {
            assertThat(result.get(30, TimeUnit.SECONDS).getError()).isEmpty();
        }
        gateway.disconnect();
    }

    private Mqtt5BlockingClient gateway() {
        return Mqtt.connected5(broker.port(), "province", "secret");
    }

    private String text(int number) {
        return Tt10.text(time(number), "COD→" + number + "→mg/L");
    }

    private Instant time(int number) {
        return begin.plusSeconds(300L * number);
    }

    /** All of the first readings are stored, each of them once. */
    private void arrives(int number) throws Exception {
        Eventually.holds(() -> stored(number).size() == number);
        for (int each = 0; each < number; each++) {
            assertThat(intaken.revisions(PAPER_MILL, "COD", time(each))).containsExactly(each + " 00");
        }
        intaken.mustBeWithoutGaps();
    }

    private List<Integer> stored(int number) {
        List<Integer> stored = new ArrayList<>();
        for (int each = 0; each < number; each++) {
            if (!intaken.revisions(PAPER_MILL, "COD", time(each)).isEmpty()) {
                stored.add(each);
            }
        }
        return stored;
    }
}
