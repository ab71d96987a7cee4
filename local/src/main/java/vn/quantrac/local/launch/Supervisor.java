package vn.quantrac.local.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts processes, starts them again when they crash, and ends them all in the reverse order of their start. */
final class Supervisor {
    private static final Duration CHECK = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final Map<Child, Integer> crashes = new HashMap<>();
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

    Child start(Child child) {
        child.start();
        leftovers.remember(child.pid());
        children.add(child);
        return child;
    }

    Child child(String name) {
        return children.stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No process is called " + name));
    }

    private void watch() {
        while (!ending) {
            try {
                Thread.sleep(CHECK.toMillis());
                for (Child child : children) {
                    if (!child.alive()) {
                        restart(child);
                    }
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void restart(Child child) throws InterruptedException {
        int exitCode = child.exitCode();
        // Ctrl-C reaches the children too, a moment before or after this process.
        Thread.sleep(CHECK.toMillis());
        if (ending) {
            return;
        }
        int crash = crashes.merge(child, 1, Integer::sum);
        progress.warn("%s ended with code %d and is started again (log: %s)", child.name(), exitCode, child.log());
        Thread.sleep(Math.min(LONGEST_PAUSE.toMillis(), (1L << Math.min(crash, 10)) * 50));
        if (!ending) {
            child.start();
            leftovers.remember(child.pid());
        }
    }

    void endAll() {
        ending = true;
        watch.interrupt();
        List<Child> reversed = new ArrayList<>(children);
        java.util.Collections.reverse(reversed);
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
