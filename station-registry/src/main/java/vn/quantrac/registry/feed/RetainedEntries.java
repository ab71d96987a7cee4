package vn.quantrac.registry.feed;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.mqtt.SendingMqttMessageMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.feeds.Topics;
import vn.quantrac.feeds.registry.RegistryMessages;

/**
 * Keeps every entry but credentials as a retained message. All are published again from time to time, because a broker
 * may lose them and nobody would tell.
 */
@ApplicationScoped
class RetainedEntries {
    private static final Logger LOG = Logger.getLogger(RetainedEntries.class);
    private static final Duration LONGEST_SEND = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final long LOCK = 0x71_6e_74_72_65_74L;

    private final Jdbi jdbi;
    private final MutinyEmitter<byte[]> broker;
    private final Duration refresh;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "retained-entries");
        thread.setDaemon(true);
        return thread;
    });
    private long published;
    private long refreshAt = System.nanoTime();
    private boolean failing;

    RetainedEntries(
            Jdbi jdbi,
            @Channel("entries") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 65_536)
                    MutinyEmitter<byte[]> broker,
            @ConfigProperty(name = "registry.retained.refresh") Duration refresh) {
        this.jdbi = jdbi;
        this.broker = broker;
        this.refresh = refresh;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    void changed() {
        if (!timer.isShutdown()) {
            timer.execute(this::round);
        }
    }

    void close() {
        timer.shutdownNow();
    }

    private record Entry(long cursor, String type, String key, String data, boolean withdrawn) {}

    /** What is not sent now, because the broker is away or another replica is at it, is sent in a later round. */
    private void round() {
        try {
            jdbi.useHandle(handle -> {
                if (locked(handle, "pg_try_advisory_lock")) {
                    try {
                        publish(handle);
                    } finally {
                        locked(handle, "pg_advisory_unlock");
                    }
                }
            });
            if (failing) {
                LOG.info("Entries are retained again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf("Entries are not retained, it will be tried again: %s", e.getMessage());
            }
            failing = true;
        }
    }

    /** Two replicas at once could leave what one has read before the other's change. */
    private static boolean locked(Handle handle, String function) {
        return handle.createQuery("select " + function + "(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    private void publish(Handle handle) {
        boolean all = System.nanoTime() - refreshAt >= 0;
        List<Entry> entries = handle.createQuery("select distinct on (type, key) cursor, type, key, data::text as data,"
                        + " jsonb_array_length(data -> 'periods') = 0 as withdrawn from feed_event"
                        + " where cursor > :after and type <> :credential order by type, key, cursor desc")
                .bind("after", all ? 0 : published)
                .bind("credential", RegistryMessages.CREDENTIAL)
                .map((row, context) -> new Entry(
                        row.getLong("cursor"),
                        row.getString("type"),
                        row.getString("key"),
                        row.getString("data"),
                        row.getBoolean("withdrawn")))
                .list();
        entries.forEach(this::send);
        published = entries.stream().mapToLong(Entry::cursor).max().orElse(published);
        if (all) {
            refreshAt = System.nanoTime() + refresh.toNanos();
        }
    }

    /** Returns when the broker has it: one after the other, so that it is not handed more than it can take. */
    private void send(Entry entry) {
        byte[] content = entry.withdrawn() ? new byte[0] : entry.data().getBytes(StandardCharsets.UTF_8);
        broker.sendMessage(Message.of(
                        content,
                        Metadata.of(new SendingMqttMessageMetadata(
                                Topics.registryEntry(entry.type(), entry.key()), MqttQoS.AT_LEAST_ONCE, true))))
                .await()
                .atMost(LONGEST_SEND);
    }
}
