package vn.quantrac.embedded;

import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;

/** A real MQTT broker (3.1.1 and 5) with a durable journal and one user; nobody gets in without the password. */
public final class Broker implements AutoCloseable {
    private static final long MEBIBYTE = 1 << 20;

    private final EmbeddedActiveMQ server;
    private final int port;

    private Broker(EmbeddedActiveMQ server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker in this process.
     *
     * @param host the address it listens on
     * @param port 0 for a free one
     * @param data the journal: retained messages and sessions survive restarts
     */
    public static Broker start(String host, int port, Path data, String user, String password) {
        int chosen = port == 0 ? Ports.free() : port;
        EmbeddedActiveMQ server = new EmbeddedActiveMQ()
                .setConfiguration(configuration(host, chosen, data.toAbsolutePath()))
                .setSecurityManager(new BrokerUser(user, password));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The broker did not start on port " + chosen, e);
        }
        if (!server.getActiveMQServer().isActive()) {
            throw new IllegalStateException("The broker did not start on port " + chosen + " with " + data);
        }
        return new Broker(server, chosen);
    }

    private static Configuration configuration(String host, int port, Path data) {
        Configuration configuration = new ConfigurationImpl()
                .setName("quantrac")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString())
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                // It would halt the whole process on a slow disk, and a broker that is slow is no reason to stop.
                .setCriticalAnalyzer(false);
        // Announcements for a subscriber that never comes back fill this much disk, then they are dropped.
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        // Nobody reads the two addresses, so what goes there is dropped and said; without them every
                        // queue is warned of when it is made, one for each retained entry.
                        .setDeadLetterAddress(SimpleString.of("undeliverable"))
                        .setExpiryAddress(SimpleString.of("expired"))
                        // A follower that is killed again and again must still get what it has not acknowledged.
                        .setMaxDeliveryAttempts(-1)
                        .setMaxSizeBytes(32 * MEBIBYTE)
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                        .setPageLimitBytes(512 * MEBIBYTE)
                        .setPageFullMessagePolicy(PageFullMessagePolicy.DROP));
        try {
            configuration.addAcceptorConfiguration("mqtt", "tcp://" + host + ":" + port + "?protocols=MQTT");
        } catch (Exception e) {
            throw new IllegalArgumentException("Not an address: " + host + ":" + port, e);
        }
        return configuration;
    }

    /** The MQTT port. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The broker did not stop", e);
        }
    }
}
