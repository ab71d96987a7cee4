package vn.quantrac.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.quantrac.local.launch.SuiteUnderTest;

/**
 * Loss and order: what loggers were told is safe is counted against what the feed serves, while ingestion, broker and
 * PostgreSQL are killed by SIGKILL and PostgreSQL stalls, at random moments.
 *
 * <p>{@code -Dchaos.seed=…} repeats the moments of a run, {@code -Dchaos.minutes=…} makes it longer, with stalls of up
 * to a minute.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChaosE2E {
    private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());
    private static final Integer MINUTES = Integer.getInteger("chaos.minutes");
    private static final Duration TIME = MINUTES == null ? Duration.ofSeconds(75) : Duration.ofMinutes(MINUTES);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(MINUTES == null ? 8 : 20);
    private static final Duration LONGEST_STALL = Duration.ofSeconds(MINUTES == null ? 6 : 60);
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(5);
    private static final int FLOOD = 100_000;
    private static final int PER_LOGGER = 5_000;
    private static final int MOST_MEGABYTES = 512;

    private static final String PAPER_MILL = KnownReadings.PAPER_MILL;
    private static final String SEAFOOD = KnownReadings.SEAFOOD;
    private static final String AIR = KnownReadings.AIR;

    private static SuiteUnderTest suite;
    private static FeedWatch watch;
    private static final Ledger LEDGER = new Ledger();

    @BeforeAll
    static void start() throws Exception {
        Path data = SuiteUnderTest.folder("e2e-chaos");
        SuiteUnderTest.empty(data);
        suite = SuiteUnderTest.startIntake(data, Map.of());
        watch = new FeedWatch(suite);
        for (String station : List.of(PAPER_MILL, SEAFOOD, AIR)) {
            // The last that the registry says of a station is its credential.
            door(station).sendUntilAcknowledged(new NumberedReadings(station, "unknown", "-", 1).next());
        }
    }

    @AfterAll
    static void end() {
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    @Order(1)
    void nothing_is_lost_doubled_or_reordered_whatever_is_killed_or_stalls() throws Exception {
        System.out.printf("chaos: -Dchaos.seed=%d, %d s%n", SEED, TIME.toSeconds());
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService loggers = Executors.newCachedThreadPool();
        List<Future<?>> running = new ArrayList<>();
        running.add(loggers.submit(published(mqttDoor(AIR), new NumberedReadings(AIR, "PM2,5", "ug/m3", 1), over)));
        running.add(loggers.submit(published(outside(), new NumberedReadings(AIR, "PM10", "ug/m3", 1), over)));
        for (String parameter : List.of("COD", "TSS", "NH4", "Flow")) {
            running.add(loggers.submit(sent(
                    Door.https(suite.gateway(), SEAFOOD, suite.secretOf(SEAFOOD)),
                    new NumberedReadings(SEAFOOD, parameter, parameter.equals("Flow") ? "m3/h" : "mg/L", 10),
                    over)));
        }
        for (String parameter : List.of("COD", "TSS")) {
            running.add(loggers.submit(sent(
                    Door.ftp(suite.ftpPort(), PAPER_MILL, suite.secretOf(PAPER_MILL)),
                    new NumberedReadings(PAPER_MILL, parameter, "mg/L", 10),
                    over)));
        }
        Future<?> following = loggers.submit(() -> follow(over));

        new Chaos(suite, SEED, LONGEST_PAUSE, LONGEST_STALL).reign(TIME);
        over.set(true);
        for (Future<?> logger : running) {
            logger.get(LONGEST_DRAIN.toSeconds(), TimeUnit.SECONDS);
        }
        following.get(1, TimeUnit.MINUTES);
        loggers.shutdown();
        for (String by : List.of(AIR + " PM2,5", AIR + " PM10", SEAFOOD + " COD", PAPER_MILL + " COD")) {
            assertThat(LEDGER.acknowledged().stream().filter(reading -> reading.startsWith(by + " ")))
                    .as("every door was in use: %s", by)
                    .hasSizeGreaterThan(100);
        }
        assertThatTheFeedIsWhatLoggersWereTold();
    }

    @Test
    @Order(2)
    void a_flood_of_buffered_messages_is_taken_in_once_and_in_bounded_memory() throws Exception {
        long pid = suite.pid("ingestion-service");
        NumberedReadings buffered = new NumberedReadings(PAPER_MILL, "NH4", "mg/L", 1);
        long before = LEDGER.acknowledgements();
        long began = System.nanoTime();
        mqttDoor(PAPER_MILL)
                .sendAll(Stream.generate(buffered::next).limit(FLOOD).iterator());
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(LEDGER.acknowledgements() - before).isEqualTo(FLOOD);
        assertThatTheFeedIsWhatLoggersWereTold();
        assertThat(suite.pid("ingestion-service")).as("not started again").isEqualTo(pid);
        long megabytes = mostResidentMegabytes(pid);
        System.out.printf("flood: %d messages in %.1f s, at most %d MB resident%n", FLOOD, seconds, megabytes);
        assertThat(megabytes).isLessThan(MOST_MEGABYTES);
    }

    @Test
    @Order(3)
    void two_replicas_behind_a_balancer_are_one_door() throws Exception {
        int second = suite.startSecondIngestion();
        ExecutorService pool = Executors.newCachedThreadPool();
        try (Balancer balancer = new Balancer(List.of(suite.mqttPort(), second))) {
            List<Future<?>> running = new ArrayList<>();
            for (String parameter : List.of("FlowIn", "pH", "Temp", "Color")) {
                NumberedReadings readings = new NumberedReadings(PAPER_MILL, parameter, "", 1);
                MqttLogger logger = new MqttLogger(balancer.port(), PAPER_MILL, suite.secretOf(PAPER_MILL), LEDGER);
                running.add(pool.submit(() -> {
                    logger.sendAll(Stream.generate(readings::next)
                            .limit(PER_LOGGER)
                            .peek(each -> pause(1))
                            .iterator());
                    return null;
                }));
            }
            Thread.sleep(2_000);
            suite.kill("ingestion-service-2");
            for (Future<?> logger : running) {
                logger.get(LONGEST_DRAIN.toSeconds(), TimeUnit.SECONDS);
            }
            assertThat(balancer.connections()).as("both were in use").allMatch(connections -> connections > 0);
        } finally {
            pool.shutdownNow();
        }
        assertThatTheFeedIsWhatLoggersWereTold();
    }

    /** A logger that keeps one connection and many messages under way. */
    private static Callable<Void> published(MqttLogger logger, NumberedReadings readings, AtomicBoolean over) {
        return () -> {
            logger.sendAll(new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return !over.get();
                }

                @Override
                public Telegram next() {
                    pause(4);
                    return readings.next();
                }
            });
            return null;
        };
    }

    /** A logger that waits for each acknowledgement, and sends again until there is one. */
    private static Callable<Void> sent(Door door, NumberedReadings readings, AtomicBoolean over) {
        return () -> {
            while (!over.get()) {
                Telegram telegram = readings.next();
                LEDGER.sent(telegram);
                door.sendUntilAcknowledged(telegram);
                LEDGER.acknowledged(telegram);
                pause(20);
            }
            return null;
        };
    }

    private static Void follow(AtomicBoolean over) {
        while (!over.get()) {
            watch.readOn();
            pause(200);
        }
        return null;
    }

    /** The follower that followed all the time, and one that starts now, must be served the same. */
    private static void assertThatTheFeedIsWhatLoggersWereTold() throws Exception {
        Set<String> acknowledged = LEDGER.acknowledged();
        assertThat(missing(LEDGER.sent(), acknowledged))
                .as("sent and never acknowledged")
                .isEmpty();
        long deadline = System.nanoTime() + LONGEST_DRAIN.toNanos();
        while (watch.served().size() < acknowledged.size() && System.nanoTime() < deadline) {
            watch.readOn();
            Thread.sleep(200);
        }
        FeedWatch newcomer = new FeedWatch(suite);
        newcomer.readOn();
        Set<String> served = new HashSet<>(newcomer.served());
        System.out.printf(
                "chaos: %d readings acknowledged, %d served%n",
                acknowledged.size(), newcomer.served().size());
        assertThat(missing(acknowledged, served)).as("acknowledged and lost").isEmpty();
        assertThat(missing(served, acknowledged))
                .as("served and never sent, or revised")
                .isEmpty();
        assertThat(newcomer.served()).as("each once").hasSize(served.size());
        assertThat(newcomer.served().equals(watch.served()))
                .as("served in the same order during the chaos and after it")
                .isTrue();
    }

    private static List<String> missing(Set<String> of, Set<String> in) {
        return of.stream().filter(reading -> !in.contains(reading)).limit(10).toList();
    }

    private static MqttLogger mqttDoor(String station) {
        return new MqttLogger(suite.mqttPort(), station, suite.secretOf(station), LEDGER);
    }

    private static MqttLogger outside() {
        return new MqttLogger(suite.brokerPort(), "quantrac", suite.brokerPassword(), LEDGER);
    }

    private static Door door(String station) {
        return Door.https(suite.gateway(), station, suite.secretOf(station));
    }

    private static long mostResidentMegabytes(long pid) throws Exception {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
