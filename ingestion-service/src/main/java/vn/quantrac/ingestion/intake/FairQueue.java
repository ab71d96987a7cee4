package vn.quantrac.ingestion.intake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for its commit, one line for each station. The stations are served in turn, so one that sends a backlog,
 * or too much, waits for itself and does not hold up the others. Within a station the order is that of arrival.
 */
final class FairQueue {
    private final IntakeConfig config;
    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Map<String, Line> lines = new HashMap<>();
    /** The stations that have something waiting, the next one first. */
    private final Queue<Line> turns = new ArrayDeque<>();

    private int telegrams;
    private long bytes;
    private boolean closed;

    FairQueue(IntakeConfig config) {
        this.config = config;
        this.mostBytes = config.queueBytes().asLongValue();
    }

    /** What of a station is not committed yet: what waits, and what is being committed. */
    private static final class Line {
        private final Queue<Waiting> waiting = new ArrayDeque<>();
        private int telegrams;
        private long bytes;
    }

    /**
     * Takes a place for a telegram that is still to be understood.
     *
     * @throws IntakeBusyException when too much waits, of all or of its station
     */
    void reserve(String station, int length) {
        lock.lock();
        try {
            // A telegram that alone is above the bound still gets in when nothing else is there.
            if (closed || telegrams >= config.queueTelegrams() || bytes > Math.max(0, mostBytes - length)) {
                throw new IntakeBusyException("Too much waits for its commit");
            }
            Line line = lines.computeIfAbsent(station, first -> new Line());
            if (line.telegrams >= config.stationTelegrams()
                    || line.bytes > Math.max(0, mostBytes / config.stationShare() - length)) {
                throw new StationBusyException("Too much of " + station + " waits for its commit");
            }
            line.telegrams++;
            line.bytes += length;
            telegrams++;
            bytes += length;
        } finally {
            lock.unlock();
        }
    }

    /** Gives the place back when the telegram is committed, or will not be. */
    void release(String station, int length) {
        lock.lock();
        try {
            Line line = lines.get(station);
            line.telegrams--;
            line.bytes -= length;
            telegrams--;
            bytes -= length;
            if (line.telegrams == 0) {
                lines.remove(station);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Puts an understood telegram into the place that was taken for it. */
    void put(String station, Waiting waiting) {
        lock.lock();
        try {
            Line line = lines.get(station);
            line.waiting.add(waiting);
            if (line.waiting.size() == 1) {
                turns.add(line);
            }
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What to commit together: of every station the next telegram, and again until it is enough. */
    List<Waiting> next(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = patience.toNanos();
            while (turns.isEmpty() && nanos > 0) {
                nanos = filled.awaitNanos(nanos);
            }
            List<Waiting> batch = new ArrayList<>();
            int readings = 0;
            while (!turns.isEmpty() && batch.size() < config.batchTelegrams() && readings < config.batchReadings()) {
                Line line = turns.remove();
                Waiting next = line.waiting.remove();
                batch.add(next);
                readings += next.understood().readings().size();
                if (!line.waiting.isEmpty()) {
                    turns.add(line);
                }
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** How many telegrams are not committed yet. */
    int size() {
        lock.lock();
        try {
            return telegrams;
        } finally {
            lock.unlock();
        }
    }

    /** How long the telegram has waited that has waited longest of those that are next; zero when none waits. */
    Duration oldest(long nowNanos) {
        lock.lock();
        try {
            long oldest = turns.stream()
                    .mapToLong(line -> nowNanos - line.waiting.element().since())
                    .max()
                    .orElse(0);
            return Duration.ofNanos(Math.max(0, oldest));
        } finally {
            lock.unlock();
        }
    }

    /** From now on nobody gets in. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
