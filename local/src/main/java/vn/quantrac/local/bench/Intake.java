package vn.quantrac.local.bench;

import java.util.List;

/** Measures one way in. */
final class Intake {
    private static final double SECOND = 1e9;

    private final StoredReadings stored;
    private final HandedOn handedOn;

    Intake(StoredReadings stored, HandedOn handedOn) {
        this.stored = stored;
        this.handedOn = handedOn;
    }

    /**
     * Readings a second.
     *
     * @param storedPerSecond until the last telegram was acknowledged; rows are counted in the database
     * @param publicPerSecond until the ministry and the public could read all of them
     */
    record Result(double storedPerSecond, double publicPerSecond) {}

    Result measure(Way way, List<Telegram> telegrams) throws Exception {
        long rowsBefore = stored.count();
        long began = System.nanoTime();
        way.send(telegrams);
        long acknowledged = System.nanoTime();
        long rows = stored.count() - rowsBefore;
        handedOn.await();
        long handed = System.nanoTime();
        return new Result(rows * SECOND / (acknowledged - began), rows * SECOND / (handed - began));
    }

    /** A way into ingestion; it returns when everything is acknowledged. */
    @FunctionalInterface
    interface Way {
        void send(List<Telegram> telegrams) throws Exception;
    }
}
