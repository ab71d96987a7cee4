package vn.quantrac.local.logger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationLoggerTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void what_a_door_does_not_acknowledge_is_sent_again_until_it_does_and_none_is_lost() throws Exception {
        BadDoor door = new BadDoor(2);
        Thread logger = start(door);

        await(() -> door.acknowledged.size() >= 36);
        logger.interrupt();
        logger.join(LONGEST.toMillis());

        assertThat(logger.isAlive()).isFalse();
        assertThat(door.closed).isTrue();
        TreeSet<Instant> times = new TreeSet<>(door.acknowledged);
        assertThat(Duration.between(times.first(), times.last()))
                .as("without a gap")
                .isEqualTo(Outbox.INTERVAL.multipliedBy(times.size() - 1));
        assertThat(new AcknowledgedUntil(folder, "HG_XANO_NUO001").read()).contains(times.last());
    }

    @Test
    void it_ends_at_once_while_a_door_lets_it_wait() throws Exception {
        BadDoor door = new BadDoor(Integer.MAX_VALUE);
        Thread logger = start(door);
        await(() -> door.tries.get() >= 3);
        long began = System.nanoTime();

        logger.interrupt();
        logger.join(LONGEST.toMillis());

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(door.closed).isTrue();
    }

    private Thread start(Door door) throws IOException {
        LoggerProfile profile = LoggerProfile.all().stream()
                .filter(one -> one.station().equals("HG_XANO_NUO001"))
                .findFirst()
                .orElseThrow();
        Instant now = Instant.now();
        SampleTime time = new SampleTime(Duration.ofHours(3), 1);
        Outbox outbox = Outbox.in(new AcknowledgedUntil(folder, profile.station()), now, time);
        SampleClock clock = new SampleClock(Clock.systemUTC(), now, 1);
        Thread thread = new Thread(new StationLogger(profile, outbox, clock, door));
        thread.start();
        return thread;
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    /** A line that breaks: each telegram is acknowledged only after so many tries, as on a bad mobile connection. */
    private static final class BadDoor implements Door {
        private final int failures;
        private final AtomicInteger tries = new AtomicInteger();
        private final ConcurrentSkipListSet<Instant> acknowledged = new ConcurrentSkipListSet<>();
        private volatile boolean closed;

        private BadDoor(int failures) {
            this.failures = failures;
        }

        @Override
        public Optional<String> send(Telegram telegram) throws IOException {
            if (tries.getAndIncrement() % (failures + 1L) < failures) {
                throw new IOException("Connection reset");
            }
            List<Instant> times =
                    telegram.readings().stream().map(SampleReading::time).toList();
            acknowledged.addAll(times);
            return Optional.empty();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
