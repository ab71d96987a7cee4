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
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.feeds.Feed;
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

    private final Jdbi jdbi;
    private final MutinyEmitter<byte[]> broker;
    private final Duration refresh;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "retained-entries");
        thread.setDaemon(true);
        return thread;
    });
    private long published;

    RetainedEntries(
            Jdbi jdbi,
            @Channel("entries") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 65_536)
                    MutinyEmitter<byte[]> broker,
            @ConfigProperty(name = "registry.retained.refresh") Duration refresh) {
        this.jdbi = jdbi;
        this.broker = broker;
        this.refresh = refresh;
    }

    void start(Feed feed) {
        timer.scheduleWithFixedDelay(() -> publish(true), 0, refresh.toMillis(), TimeUnit.MILLISECONDS);
    }

    void changed() {
        if (!timer.isShutdown()) {
            timer.execute(() -> publish(false));
        }
    }

    void close() {
        timer.shutdownNow();
    }

    private record Entry(long cursor, String type, String key, String data) {}

    private void publish(boolean all) {
        try {
            List<Entry> entries = jdbi.withHandle(handle -> handle.createQuery(
                            "select distinct on (type, key) cursor, type, key, data::text as data from feed_event"
                                    + " where cursor > :after and type <> :credential order by type, key, cursor desc")
                    .bind("after", all ? 0 : published)
                    .bind("credential", RegistryMessages.CREDENTIAL)
                    .map((row, context) -> new Entry(
                            row.getLong("cursor"), row.getString("type"), row.getString("key"), row.getString("data")))
                    .list());
            entries.forEach(this::send);
            published = entries.stream().mapToLong(Entry::cursor).max().orElse(published);
        } catch (RuntimeException e) {
            // The next round says it again.
            LOG.warnf("Entries are not retained: %s", e.getMessage());
        }
    }

    private void send(Entry entry) {
        boolean withdrawn = entry.data().contains("\"periods\": []");
        byte[] content = withdrawn ? new byte[0] : entry.data().getBytes(StandardCharsets.UTF_8);
        broker.sendMessage(Message.of(
                        content,
                        Metadata.of(new SendingMqttMessageMetadata(
                                Topics.registryEntry(entry.type(), entry.key()), MqttQoS.AT_LEAST_ONCE, true))))
                .await()
                .atMost(LONGEST_SEND);
    }
}
