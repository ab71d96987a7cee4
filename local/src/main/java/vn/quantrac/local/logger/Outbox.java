package vn.quantrac.local.logger;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The times of measurement of which a logger does not know yet that they arrived.
 *
 * <p>The newest goes first, because somebody may be looking at the map; then the backlog from its oldest on, because hours
 * and days that come in their order are judged once. Only what is acknowledged without a gap is remembered in the file:
 * after a crash the newest may be sent twice, and nothing is lost.
 */
final class Outbox {
    static final Duration INTERVAL = Duration.ofMinutes(5);

    private final AcknowledgedUntil file;
    private final TreeSet<Instant> ahead = new TreeSet<>();
    private Instant until;

    private Outbox(AcknowledgedUntil file, Instant until) {
        this.file = file;
        this.until = until;
    }

    /** Goes on where the file says, and not further back than a logger remembers. */
    static Outbox in(AcknowledgedUntil file, Instant now, SampleTime time) throws IOException {
        Instant oldest = now.minus(SampleTime.MEMORY);
        Instant from = file.read().orElse(now.minus(time.history()));
        return new Outbox(file, step(from.isBefore(oldest) ? oldest : from));
    }

    private static Instant step(Instant instant) {
        long seconds = INTERVAL.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }

    /** Everything up to here is acknowledged. */
    Instant until() {
        return until;
    }

    /** What is to be sent next, at most an hour of the regulations; nothing when all is acknowledged. */
    List<Instant> next(Instant now) {
        Instant newest = step(now);
        if (!newest.isAfter(until)) {
            return List.of();
        }
        if (!ahead.contains(newest)) {
            return List.of(newest);
        }
        List<Instant> times = new ArrayList<>();
        for (Instant time = until.plus(INTERVAL); time.isBefore(newest); time = time.plus(INTERVAL)) {
            if (!ahead.contains(time)) {
                times.add(time);
            }
            if (!times.isEmpty() && time.equals(time.truncatedTo(ChronoUnit.HOURS))) {
                break;
            }
        }
        return times;
    }

    /** The next time of measurement. */
    Instant following(Instant now) {
        return step(now).plus(INTERVAL);
    }

    void acknowledged(List<Instant> times) throws IOException {
        ahead.addAll(times);
        Instant before = until;
        while (ahead.remove(until.plus(INTERVAL))) {
            until = until.plus(INTERVAL);
        }
        if (!until.equals(before)) {
            file.write(until);
        }
    }
}
