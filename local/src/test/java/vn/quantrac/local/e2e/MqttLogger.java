package vn.quantrac.local.e2e;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A logger that publishes at QoS 1 without waiting, and sends again after a reconnection what was not acknowledged. */
final class MqttLogger {
    private static final int UNDER_WAY = 1_000;
    private static final int PATIENCE_SECONDS = 90;
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
    private static final AtomicInteger LOGGERS = new AtomicInteger();

    private final int port;
    private final String user;
    private final String secret;
    private final Ledger ledger;
    private final int number = LOGGERS.incrementAndGet();
    private final Set<Telegram> unacknowledged = ConcurrentHashMap.newKeySet();
    private volatile long lastAcknowledgedNanos;

    MqttLogger(int port, String user, String secret, Ledger ledger) {
        this.port = port;
        this.user = user;
        this.secret = secret;
        this.ledger = ledger;
    }

    /** Returns when all of them are acknowledged, however often the connection is lost. */
    void sendAll(Iterator<Telegram> telegrams) throws InterruptedException {
        lastAcknowledgedNanos = System.nanoTime();
        while (telegrams.hasNext() || !unacknowledged.isEmpty()) {
            try (Connection connection = new Connection()) {
                for (Telegram again : List.copyOf(unacknowledged)) {
                    connection.publish(again);
                }
                while (telegrams.hasNext()) {
                    Telegram telegram = telegrams.next();
                    ledger.sent(telegram);
                    unacknowledged.add(telegram);
                    connection.publish(telegram);
                }
                connection.awaitAcknowledgements();
            } catch (IOException e) {
                giveUpAfter(LONGEST_SILENCE, e);
                Thread.sleep(200);
            }
        }
    }

    /** Otherwise a logger that is never let in would try for ever and say nothing. */
    private void giveUpAfter(Duration silence, IOException e) {
        if (System.nanoTime() - lastAcknowledgedNanos > silence.toNanos()) {
            throw new IllegalStateException("Nothing is acknowledged for " + silence, e);
        }
    }

    private final class Connection implements AutoCloseable {
        private final Semaphore places = new Semaphore(UNDER_WAY);
        private final Mqtt5AsyncClient client = MqttClient.builder()
                .useMqttVersion5()
                .identifier("logger-" + user + "-" + number)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildAsync();
        private volatile Throwable loss;
        private volatile Throwable refusal;

        Connection() throws IOException, InterruptedException {
            try {
                client.connectWith()
                        .simpleAuth()
                        .username(user)
                        .password(secret.getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth()
                        .send()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }

        void publish(Telegram telegram) throws IOException, InterruptedException {
            acquire(1);
            client.publishWith()
                    .topic("quantrac/v1/stations/" + telegram.station() + "/readings")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(telegram.json().getBytes(StandardCharsets.UTF_8))
                    .send()
                    .whenComplete((result, failure) -> {
                        Throwable error =
                                failure != null ? failure : result.getError().orElse(null);
                        if (error == null) {
                            ledger.acknowledged(telegram);
                            lastAcknowledgedNanos = System.nanoTime();
                            unacknowledged.remove(telegram);
                        } else if (error instanceof Mqtt5PubAckException) {
                            refusal = error;
                        } else {
                            loss = error;
                        }
                        places.release();
                    });
        }

        void awaitAcknowledgements() throws IOException, InterruptedException {
            acquire(UNDER_WAY);
        }

        private void acquire(int number) throws IOException, InterruptedException {
            boolean acquired = places.tryAcquire(number, PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (refusal != null) {
                // Sent again it would be refused again.
                throw new IllegalStateException(refusal);
            }
            if (!acquired || loss != null) {
                throw new IOException("Not all that was published is acknowledged", loss);
            }
        }

        @Override
        public void close() {
            client.disconnect();
        }
    }
}
