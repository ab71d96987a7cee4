package vn.quantrac.ingestion.broker;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.datatypes.MqttSharedTopicFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.intake.IntakeBusyException;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Telegram;

/** One connection to an outside broker. What is not acknowledged when it ends comes again with the next one. */
final class BrokerConnection {
    private static final Logger LOG = Logger.getLogger(BrokerConnection.class);
    private static final int ANSWER_SECONDS = 30;
    private static final int DISCONNECT_SECONDS = 2;
    private static final long FIRST_PAUSE = 20;
    private static final long LONGEST_PAUSE = 1_000;

    private final TopicLayout topics;
    private final Intake intake;
    private final Clock clock;
    private final CompletableFuture<Throwable> lost = new CompletableFuture<>();
    private final Mqtt5AsyncClient client;
    /** Messages are taken in one by one, in the order of that broker. */
    private final ExecutorService receiving =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "outside-broker-intake"));

    private final AtomicInteger uncommitted = new AtomicInteger();
    private volatile boolean subscribed;
    private volatile boolean closing;

    BrokerConnection(OutsideBroker broker, TopicLayout topics, Intake intake, Clock clock) {
        this.topics = topics;
        this.intake = intake;
        this.clock = clock;
        this.client = broker.client(end -> lost.complete(end.getCause()));
        // Before the connection: of a session that goes on, messages come at once, and nobody's are acknowledged at
        // once.
        client.publishes(MqttGlobalPublishFilter.ALL, this::receive, receiving, true);
    }

    /**
     * Makes sure that the session has its subscription, and takes nothing in: of a session that goes on, Artemis no
     * longer knows the messages it has just sent when it is subscribed again, takes no acknowledgement of them, and with
     * a full window sends nothing more. With the next connection they come again.
     *
     * @throws ExecutionException when that broker refuses
     */
    void subscribe(OutsideBroker broker, String group)
            throws ExecutionException, InterruptedException, TimeoutException {
        closing = true;
        client.connect(broker.connect()).get(ANSWER_SECONDS, TimeUnit.SECONDS);
        subscribe(group);
    }

    /**
     * Begins to take in what that broker sends.
     *
     * @throws ExecutionException when that broker refuses
     */
    void open(OutsideBroker broker, String group) throws ExecutionException, InterruptedException, TimeoutException {
        Mqtt5ConnAck session = client.connect(broker.connect()).get(ANSWER_SECONDS, TimeUnit.SECONDS);
        if (!session.isSessionPresent()) {
            subscribe(group);
        }
        subscribed = true;
    }

    private void subscribe(String group) throws ExecutionException, InterruptedException, TimeoutException {
        client.subscribe(Mqtt5Subscribe.builder()
                        .topicFilter(MqttSharedTopicFilter.of(group, topics.filter()))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .build())
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until the connection is over, and returns why. */
    Throwable awaitEnd() throws InterruptedException {
        try {
            return lost.get();
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    boolean isSubscribed() {
        return subscribed && isConnected();
    }

    private boolean isConnected() {
        return client.getState().isConnected();
    }

    int uncommitted() {
        return uncommitted.get();
    }

    private void receive(Mqtt5Publish message) {
        String topic = message.getTopic().toString();
        Telegram telegram = Telegram.of(
                Door.BROKER, topics.station(topic).orElse(""), topic, message.getPayloadAsBytes(), clock.instant());
        try {
            takeIn(telegram, message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail(telegram, e);
        }
    }

    /** While this waits, nothing more is read than the receive maximum allows. */
    private void takeIn(Telegram telegram, Mqtt5Publish message) throws InterruptedException {
        long pause = FIRST_PAUSE;
        while (!closing) {
            try {
                CompletableFuture<?> outcome = intake.accept(telegram);
                uncommitted.incrementAndGet();
                outcome.whenComplete((stored, failure) -> {
                    if (failure == null) {
                        message.acknowledge();
                    } else {
                        fail(telegram, failure);
                    }
                    uncommitted.decrementAndGet();
                });
                return;
            } catch (IntakeBusyException e) {
                Thread.sleep(pause);
                pause = Math.min(LONGEST_PAUSE, 2 * pause);
            }
        }
    }

    /** It is not known to be stored. Without its acknowledgement no later one is sent, so all of them must come again. */
    private void fail(Telegram telegram, Throwable failure) {
        if (!closing) {
            LOG.warnf("%s of the outside broker is not committed and comes again: %s", telegram, failure.getMessage());
            client.disconnect();
        }
    }

    /** Takes in nothing more, and acknowledges what is committed in time. */
    void close(Duration patience) {
        closing = true;
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            while (isConnected() && uncommitted.get() > 0 && System.nanoTime() < deadline) {
                Thread.sleep(FIRST_PAUSE);
            }
            if (isConnected()) {
                client.disconnect().get(DISCONNECT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("The outside broker was not told of the end", e);
        } finally {
            receiving.shutdownNow();
        }
    }
}
