package vn.quantrac.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.quantrac.local.launch.SuiteUnderTest;

/**
 * PostgreSQL has no space left: nothing is acknowledged, the service lives and says that it is not ready, and all goes
 * on by itself when there is space again. Needs the right to mount a file system of a limited size, else it is skipped.
 */
class FullDiskE2E {
    private static final int MEGABYTES = 500;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String STATION = KnownReadings.SEAFOOD;

    private static SmallDisk disk;
    private static SuiteUnderTest suite;

    @BeforeAll
    static void start() throws Exception {
        Path data = SuiteUnderTest.folder("e2e-full-disk");
        SmallDisk.release(data.resolve("postgres"));
        SuiteUnderTest.empty(data);
        try {
            disk = SmallDisk.at(data.resolve("postgres"), MEGABYTES);
        } catch (IOException e) {
            assumeTrue(false, "no file system of a limited size can be mounted here: " + e.getMessage());
        }
        suite = SuiteUnderTest.startIntake(data, Map.of("INGESTION_READINESS_LONGEST_WAIT", "3s"));
    }

    @AfterAll
    static void end() throws Exception {
        try {
            if (suite != null) {
                suite.close();
            }
        } finally {
            if (disk != null) {
                disk.close();
            }
        }
    }

    @Test
    void nothing_is_acknowledged_while_the_disk_is_full_and_all_goes_on_when_there_is_space() throws Exception {
        Ledger ledger = new Ledger();
        Door door = Door.https(suite.gateway(), STATION, suite.secretOf(STATION));
        NumberedReadings readings = new NumberedReadings(STATION, "COD", "mg/L", 100);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService logger = Executors.newSingleThreadExecutor();
        Future<?> sending = logger.submit(send(door, readings, ledger, over));
        await("the first acknowledgement", () -> ledger.acknowledgements() > 0);
        assertThat(suite.health("ready")).isEqualTo(200);

        disk.fill();
        await("an intake that is not ready", () -> suite.health("ready") == 503);
        long acknowledged = ledger.acknowledgements();
        Thread.sleep(Duration.ofSeconds(10).toMillis());
        assertThat(ledger.acknowledgements()).as("while the disk is full").isEqualTo(acknowledged);
        assertThat(suite.health("live")).isEqualTo(200);
        assertThat(suite.health("ready")).isEqualTo(503);

        disk.makeSpace();
        await("acknowledgements again", () -> ledger.acknowledgements() > acknowledged);
        await("an intake that is ready again", () -> suite.health("ready") == 200);
        over.set(true);
        sending.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        logger.shutdown();
        FeedWatch feed = new FeedWatch(suite);
        feed.readOn();
        assertThat(new HashSet<>(feed.served()).equals(ledger.acknowledged()))
                .as("what was acknowledged is what is served")
                .isTrue();
        assertThat(feed.served()).as("each once").hasSameSizeAs(ledger.acknowledged());
    }

    private static Callable<Void> send(Door door, NumberedReadings readings, Ledger ledger, AtomicBoolean over) {
        return () -> {
            while (!over.get()) {
                Telegram telegram = readings.next();
                ledger.sent(telegram);
                door.sendUntilAcknowledged(telegram);
                ledger.acknowledged(telegram);
            }
            return null;
        };
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("in time: %s", what).isLessThan(deadline);
            Thread.sleep(200);
        }
    }
}
