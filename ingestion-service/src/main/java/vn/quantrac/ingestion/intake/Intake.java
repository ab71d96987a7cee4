package vn.quantrac.ingestion.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vn.quantrac.ingestion.reading.Understanding;
import vn.quantrac.ingestion.reading.Understood;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Telegram;

/**
 * The one way in. Telegrams that arrive while a transaction runs are committed together by the next one; an outcome
 * exists only after the commit.
 */
@ApplicationScoped
public class Intake {
    private final Understanding understanding;
    private final IntakeMetrics metrics;
    private final BlockingQueue<Waiting> queue;
    private final int batchTelegrams;
    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean closed;

    Intake(Understanding understanding, IntakeMetrics metrics, IntakeConfig config) {
        this.understanding = understanding;
        this.metrics = metrics;
        this.queue = new LinkedBlockingQueue<>(config.queueTelegrams());
        this.batchTelegrams = config.batchTelegrams();
        this.mostBytes = config.queueBytes().asLongValue();
        metrics.waiting(queue);
    }

    /**
     * Takes a telegram in. The outcome completes after the commit, on the committing thread, and exceptionally when
     * the service stops first.
     *
     * @throws IntakeBusyException when too much is waiting
     */
    public CompletableFuture<Outcome> accept(Telegram telegram) {
        reserve(telegram);
        try {
            return enqueue(understanding.of(telegram));
        } catch (RuntimeException e) {
            release(telegram);
            throw e;
        }
    }

    private void reserve(Telegram telegram) {
        long length = telegram.content().length;
        // A telegram that alone is above the bound still gets in when nothing else is there.
        if (bytes.getAndAdd(length) > Math.max(0, mostBytes - length) || closed) {
            release(telegram);
            throw new IntakeBusyException("More than " + mostBytes + " bytes wait for their commit");
        }
    }

    private void release(Telegram telegram) {
        bytes.addAndGet(-telegram.content().length);
    }

    private CompletableFuture<Outcome> enqueue(Understood understood) {
        Waiting waiting = new Waiting(understood, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw new IntakeBusyException("Too many telegrams wait for their commit");
        }
        return waiting.outcome();
    }

    /** The next telegrams to commit together, in order of arrival; empty when none comes for a while. */
    List<Waiting> next(Duration patience) throws InterruptedException {
        Waiting first = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        List<Waiting> batch = new ArrayList<>();
        batch.add(first);
        queue.drainTo(batch, batchTelegrams - 1);
        return batch;
    }

    void committed(Waiting waiting, Outcome outcome) {
        release(waiting.understood().telegram());
        metrics.count(waiting.understood(), outcome);
        waiting.outcome().complete(outcome);
    }

    /** Nobody knows whether it was stored, so nobody is told that it was. */
    void failed(Waiting waiting, Throwable failure) {
        release(waiting.understood().telegram());
        waiting.outcome().completeExceptionally(failure);
    }

    /** From now on every telegram is refused. */
    void close() {
        closed = true;
    }
}
