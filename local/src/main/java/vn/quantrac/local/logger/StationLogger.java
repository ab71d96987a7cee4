package vn.quantrac.local.logger;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A station's logger: measures every five minutes and sends until it is acknowledged. */
final class StationLogger implements Runnable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final LoggerProfile profile;
    private final Outbox outbox;
    private final SampleClock clock;
    private final Door door;
    private boolean upToDate;
    private int failures;

    StationLogger(LoggerProfile profile, Outbox outbox, SampleClock clock, Door door) {
        this.profile = profile;
        this.outbox = outbox;
        this.clock = clock;
        this.door = door;
    }

    /** Until the thread is interrupted. */
    @Override
    public void run() {
        try (Door closing = door) {
            say("acknowledged until " + outbox.until());
            while (!Thread.currentThread().isInterrupted()) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        Instant now = clock.now();
        List<Instant> times = outbox.next(now);
        if (times.isEmpty()) {
            rest(now);
            return;
        }
        try {
            Optional<String> refused = door.send(profile.measure(times));
            outbox.acknowledged(times);
            refused.ifPresent(what -> say("not understood: " + what));
            if (failures > 0) {
                say("is heard again");
                failures = 0;
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    private void rest(Instant now) throws InterruptedException {
        if (!upToDate) {
            say("has sent its backlog");
            upToDate = true;
        }
        Duration pause = clock.until(outbox.following(now));
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            door.rest();
        }
        Thread.sleep(pause.toMillis() + 1);
    }

    private void failed(IOException e) throws InterruptedException {
        if (failures == 0) {
            say("is not acknowledged and tries again: " + e.getMessage());
        }
        upToDate = false;
        long pause = FIRST_PAUSE.toMillis() << Math.min(failures++, 10);
        Thread.sleep(Math.min(LONGEST_PAUSE.toMillis(), pause));
    }

    private void say(String what) {
        System.out.println(Instant.now() + " " + profile.station() + " by " + profile.door() + ": " + what);
    }
}
