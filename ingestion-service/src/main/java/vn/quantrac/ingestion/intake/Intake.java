package vn.quantrac.ingestion.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import vn.quantrac.ingestion.reading.Understanding;
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
    private final FairQueue queue;
    /** When the batch began to wait that is being committed; of {@link System#nanoTime()}, 0 when there is none. */
    private volatile long committingSince;

    Intake(Understanding understanding, IntakeMetrics metrics, IntakeConfig config) {
        this.understanding = understanding;
        this.metrics = metrics;
        this.queue = new FairQueue(config);
        metrics.waiting(queue);
    }

    /**
     * Takes a telegram in. The outcome completes after the commit, on the committing thread, and exceptionally when
     * the service stops first.
     *
     * @throws StationBusyException when too much of its station is waiting
     * @throws IntakeBusyException when too much is waiting
     */
    public CompletableFuture<Outcome> accept(Telegram telegram) {
        queue.reserve(telegram.station(), telegram.content().length);
        try {
            Waiting waiting = new Waiting(understanding.of(telegram), new CompletableFuture<>(), System.nanoTime());
            queue.put(telegram.station(), waiting);
            return waiting.outcome();
        } catch (RuntimeException e) {
            release(telegram);
            throw e;
        }
    }

    private void release(Telegram telegram) {
        queue.release(telegram.station(), telegram.content().length);
    }

    /** The next telegrams to commit together; empty when none comes for a while. */
    List<Waiting> next(Duration patience) throws InterruptedException {
        committingSince = 0;
        List<Waiting> batch = queue.next(patience);
        committingSince = batch.stream().mapToLong(Waiting::since).min().orElse(0);
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

    /** How long the telegram has waited that waits longest for its commit; zero when none does. */
    public Duration oldestWaiting() {
        long now = System.nanoTime();
        long since = committingSince;
        Duration committing = since == 0 ? Duration.ZERO : Duration.ofNanos(now - since);
        Duration queued = queue.oldest(now);
        return committing.compareTo(queued) > 0 ? committing : queued;
    }

    /** From now on every telegram is refused. */
    void close() {
        queue.close();
    }
}
