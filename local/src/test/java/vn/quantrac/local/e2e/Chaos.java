package vn.quantrac.local.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vn.quantrac.local.launch.SuiteUnderTest;

/** What goes wrong, at moments that only the seed knows: all kinds of it first, then any. */
final class Chaos {
    private enum Event {
        KILL_INGESTION,
        KILL_BROKER,
        KILL_POSTGRES,
        STALL_POSTGRES
    }

    private final SuiteUnderTest suite;
    private final Random random;
    private final Duration longestPause;
    private final Duration longestStall;

    Chaos(SuiteUnderTest suite, long seed, Duration longestPause, Duration longestStall) {
        this.suite = suite;
        this.random = new Random(seed);
        this.longestPause = longestPause;
        this.longestStall = longestStall;
    }

    void reign(Duration time) throws Exception {
        long began = System.nanoTime();
        long end = began + time.toNanos();
        List<Event> next = new ArrayList<>();
        while (System.nanoTime() < end) {
            if (next.isEmpty()) {
                next.addAll(Arrays.asList(Event.values()));
                Collections.shuffle(next, random);
            }
            Thread.sleep(random.nextLong(1 + longestPause.toMillis()));
            Event event = next.remove(next.size() - 1);
            System.out.printf("chaos: after %.1f s %s%n", (System.nanoTime() - began) / 1e9, event);
            happen(event);
        }
    }

    private void happen(Event event) throws Exception {
        switch (event) {
            case KILL_INGESTION -> kill("ingestion-service");
            case KILL_BROKER -> kill("broker");
            case KILL_POSTGRES -> {
                awaitPostgres();
                suite.killPostgres();
            }
            case STALL_POSTGRES -> {
                awaitPostgres();
                suite.stallPostgres(longestStall.dividedBy(2).plusMillis(random.nextLong(longestStall.toMillis() / 2)));
            }
        }
    }

    private void kill(String process) throws InterruptedException {
        while (!suite.isAlive(process)) {
            Thread.sleep(50);
        }
        suite.kill(process);
    }

    private void awaitPostgres() throws InterruptedException {
        while (!suite.isPostgresRunning()) {
            Thread.sleep(50);
        }
    }
}
