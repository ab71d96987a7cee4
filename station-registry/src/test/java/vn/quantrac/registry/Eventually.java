package vn.quantrac.registry;

import java.time.Duration;

/** Waits for what another thread or process does. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Eventually() {}

    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    static void holds(Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Did not happen within " + PATIENCE);
            }
            Thread.sleep(50);
        }
    }
}
