package vn.quantrac.local.launch;

import java.time.Duration;

/** How often a process crashed lately, and when it may be tried again: each time later, until it runs for a while. */
final class Crashes {
    private static final long FIRST_PAUSE = Duration.ofMillis(500).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toNanos();
    private static final long LONG_ENOUGH = Duration.ofMinutes(2).toNanos();
    private static final int MOST_DOUBLINGS = 6;

    private int lately;
    private Long restartAt;

    /**
     * Asked again and again of a process that does not run.
     *
     * @param startedNanos when it was last started, by {@link System#nanoTime()}
     */
    boolean isTimeToRestart(long startedNanos) {
        return isTimeToRestart(startedNanos, System.nanoTime());
    }

    boolean isTimeToRestart(long startedNanos, long now) {
        if (restartAt == null) {
            if (now - startedNanos > LONG_ENOUGH) {
                lately = 0;
            }
            restartAt = now + Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(lately, MOST_DOUBLINGS));
            lately++;
        }
        if (now - restartAt < 0) {
            return false;
        }
        restartAt = null;
        return true;
    }
}
