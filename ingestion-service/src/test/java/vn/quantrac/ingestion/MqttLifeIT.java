package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantrac.ingestion.RegistryFixture.AIR;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.STACK;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.ingestion.mqtt.MqttDoor;

/** How connections live and end: keep-alive, last wills, and very many of them. */
@QuarkusTest
@RealParts
class MqttLifeIT {
    private static final Logger LOG = Logger.getLogger(MqttLifeIT.class);
    private static final int THOUSANDS = 2_000;

    @Inject
    MqttDoor door;

    @Inject
    Intaken intaken;

    @Inject
    MeterRegistry metrics;

    private final Instant time = SampleTimes.next();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void a_logger_that_is_silent_for_one_and_a_half_keep_alives_is_closed(int version) throws Exception {
        long begin = System.nanoTime();
        try (RawMqtt logger = RawMqtt.connect(door.port(), version, AIR, secretOf(AIR), 2)) {
            assertThat(logger.isClosedByTheDoor()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(2_900), Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void the_will_of_a_logger_that_vanishes_is_taken_in(int version) throws Exception {
        RawMqtt logger = withWill(version, Mqtt.topic(STACK), Tt10.line(time, "SO2→0→ug/m3", "02"));
        assertThat(intaken.revisions(STACK, "SO2", time)).isEmpty();
        logger.close();
        Eventually.holds(() -> !intaken.revisions(STACK, "SO2", time).isEmpty());
        assertThat(intaken.revisions(STACK, "SO2", time)).containsExactly("0 02");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void the_will_of_a_logger_that_says_goodbye_is_not(int version) throws Exception {
        try (RawMqtt logger = withWill(version, Mqtt.topic(STACK), Tt10.line(time, "SO2→0→ug/m3", "02"))) {
            logger.disconnect(0);
            assertThat(logger.isClosedByTheDoor()).isTrue();
        }
        Thread.sleep(1_000);
        assertThat(intaken.revisions(STACK, "SO2", time)).isEmpty();
    }

    @Test
    void a_logger_of_version_5_may_say_goodbye_with_its_will() throws Exception {
        try (RawMqtt logger = withWill(5, Mqtt.topic(STACK), Tt10.line(time, "SO2→0→ug/m3", "02"))) {
            logger.disconnect(4);
            Eventually.holds(() -> !intaken.revisions(STACK, "SO2", time).isEmpty());
        }
    }

    @Test
    void a_will_for_another_topic_is_in_quarantine_as_a_message_would_be() throws Exception {
        String topic = "status/" + UUID.randomUUID();
        withWill(4, topic, "offline").close();
        Eventually.holds(() -> intaken.quarantined(topic).contains(STACK + " unknown-topic"));
    }

    @Test
    void thousands_of_loggers_are_connected_and_served() throws Exception {
        Vertx vertx = Vertx.vertx();
        long before = usedMemory();
        double others = connections();
        List<MqttClient> loggers = new ArrayList<>();
        for (int n = 0; n < THOUSANDS; n++) {
            MqttClient logger = MqttClient.create(
                    vertx,
                    new MqttClientOptions()
                            .setClientId("one-of-many-" + n)
                            .setUsername(PAPER_MILL)
                            .setPassword(secretOf(PAPER_MILL)));
            loggers.add(logger);
            Future<?> connected = logger.connect(door.port(), "localhost");
            if (n % 100 == 99) {
                await(connected);
            }
        }
        Eventually.holds(() -> connections() >= THOUSANDS);
        LOG.infof(
                "%d connections, with their clients in the same process: %d KB each",
                THOUSANDS, (usedMemory() - before) / 1024 / THOUSANDS);
        Instant begin = time.minusSeconds(300L * 86_400);
        List<CompletableFuture<Integer>> acknowledged = new ArrayList<>();
        for (int n = 0; n < THOUSANDS; n++) {
            CompletableFuture<Integer> puback = new CompletableFuture<>();
            acknowledged.add(puback);
            MqttClient logger = loggers.get(n);
            logger.publishCompletionHandler(puback::complete);
            logger.publish(
                    Mqtt.topic(PAPER_MILL),
                    io.vertx.core.buffer.Buffer.buffer(Tt10.text(begin.plusSeconds(300L * n), "TSS→1→mg/L")),
                    io.netty.handler.codec.mqtt.MqttQoS.AT_LEAST_ONCE,
                    false,
                    false);
        }
        CompletableFuture.allOf(acknowledged.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertThat(intaken.revisions(PAPER_MILL, "TSS", begin.plusSeconds(300L * (THOUSANDS - 1))))
                .containsExactly("1 00");
        await(vertx.close());
        Eventually.holds(() -> connections() <= others);
    }

    private RawMqtt withWill(int version, String topic, String will) throws Exception {
        return RawMqtt.connect(door.port(), version, STACK, secretOf(STACK), topic, will);
    }

    private double connections() {
        return metrics.get("ingestion.mqtt.connections").gauge().value();
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void await(Future<?> future) throws Exception {
        future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
