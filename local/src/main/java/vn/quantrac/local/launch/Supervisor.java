package vn.quantrac.local.launch;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts processes, starts them again when they crash, and ends them all in the reverse order of their start. */
final class Supervisor {
    private static final Duration CHECK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final Map<Child, Crashes> crashes = new HashMap<>();
    private final Leftovers leftovers;
    private final Progress progress;
    private final Thread watch = new Thread(this::watch, "supervisor");
    private volatile boolean ending;

    Supervisor(Leftovers leftovers, Progress progress) {
        this.leftovers = leftovers;
        this.progress = progress;
        watch.setDaemon(true);
        watch.start();
    }

    /** @throws InterruptedException when everything is being ended meanwhile */
    synchronized Child start(Child child) throws InterruptedException {
        if (ending) {
            throw new InterruptedException(child.name() + " is not wanted any more");
        }
        run(child);
        children.add(child);
        return child;
    }

    private void run(Child child) {
        child.start();
        leftovers.remember(child.pid());
    }

    Child child(String name) {
        return children.stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No process is called " + name));
    }

    private void watch() {
        try {
            while (!ending) {
                Thread.sleep(CHECK.toMillis());
                for (Child child : children) {
                    if (!child.alive()) {
                        restart(child);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void restart(Child child) {
        Crashes its = crashes.computeIfAbsent(child, first -> new Crashes());
        // Not at once: Ctrl-C reaches the children too, a moment before this process.
        if (ending || !its.isTimeToRestart(child.startedNanos())) {
            return;
        }
        progress.warn(
                "%s ended with code %d and is started again (log: %s)", child.name(), child.exitCode(), child.log());
        try {
            run(child);
        } catch (UncheckedIOException e) {
            progress.warn("%s: %s", e.getMessage(), e.getCause().getMessage());
        }
    }

    void endAll() {
        synchronized (this) {
            ending = true;
        }
        watch.interrupt();
        List<Child> reversed = new ArrayList<>(children);
        Collections.reverse(reversed);
        try {
            // The ones that feed the others first, then all the rest together.
            reversed.forEach(Child::askToEnd);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            for (Child child : reversed) {
                child.awaitEnd(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            reversed.forEach(Child::kill);
        }
    }
}
