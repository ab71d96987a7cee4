package vn.quantrac.local.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few loggers at a time, each on a thread of its own that takes the next sending when its last is acknowledged. */
final class InTurn {
    private InTurn() {}

    interface Logger extends AutoCloseable {
        void send(Sending sending) throws Exception;
    }

    interface Connecting {
        Logger connect() throws Exception;
    }

    static void send(List<Sending> sendings, int loggers, Connecting connecting) throws Exception {
        Queue<Sending> waiting = new ConcurrentLinkedQueue<>(sendings);
        ExecutorService threads = Executors.newFixedThreadPool(loggers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int n = 0; n < loggers; n++) {
                running.add(threads.submit(() -> {
                    try (Logger logger = connecting.connect()) {
                        for (Sending next = waiting.poll(); next != null; next = waiting.poll()) {
                            logger.send(next);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
