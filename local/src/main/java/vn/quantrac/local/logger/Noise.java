package vn.quantrac.local.logger;

import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Chance that can be repeated: of one name, the same instant has always the same number, whatever was asked before and on
 * whatever machine.
 */
final class Noise {
    private static final long KNOT_SECONDS = 7_200;
    /** The golden ratio as a 64-bit fraction, which spreads neighbouring numbers far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long seed;

    private Noise(long seed) {
        this.seed = seed;
    }

    static Noise of(String name) {
        long seed = 0;
        for (int n = 0; n < name.length(); n++) {
            seed = (seed + name.charAt(n)) * SPREAD;
        }
        return new Noise(seed);
    }

    /** From −1 to 1, independent from one second to the next, small numbers more often than large ones. */
    double white(Instant time) {
        SplittableRandom random = random(time.getEpochSecond());
        return (random.nextDouble() + random.nextDouble() + random.nextDouble()) / 1.5 - 1;
    }

    /** From −1 to 1, wandering: it changes over hours. */
    double slow(Instant time) {
        long knot = Math.floorDiv(time.getEpochSecond(), KNOT_SECONDS);
        double way = Math.floorMod(time.getEpochSecond(), KNOT_SECONDS) / (double) KNOT_SECONDS;
        double smooth = way * way * (3 - 2 * way);
        return knot(knot) + (knot(knot + 1) - knot(knot)) * smooth;
    }

    private double knot(long number) {
        return random(~number).nextDouble() * 2 - 1;
    }

    private SplittableRandom random(long number) {
        return new SplittableRandom(seed ^ number * SPREAD);
    }
}
