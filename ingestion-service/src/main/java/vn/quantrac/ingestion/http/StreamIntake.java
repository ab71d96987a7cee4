package vn.quantrac.ingestion.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import vn.quantrac.ingestion.http.StreamResult.RefusedLine;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.intake.IntakeBusyException;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Telegram;

/**
 * Takes in the telegrams of one stream, a few at a time: reading goes on as the database commits, and the sender is slowed
 * down to that.
 */
final class StreamIntake {
    private static final int MOST_UNCOMMITTED = 4;
    private static final long BUSY_PAUSE_MILLIS = 100;

    private final Intake intake;
    private final StoredAnswers answers;
    private final StreamSender sender;
    private final long patienceMillis;
    private final Consumer<RefusedLine> refused;
    private final Deque<Waiting> uncommitted = new ArrayDeque<>();
    private final StreamTotals totals;

    StreamIntake(
            Intake intake,
            StoredAnswers answers,
            StreamSender sender,
            long patienceMillis,
            Consumer<RefusedLine> refused) {
        this.intake = intake;
        this.answers = answers;
        this.sender = sender;
        this.patienceMillis = patienceMillis;
        this.refused = refused;
        this.totals = new StreamTotals(sender.stream());
    }

    private record Waiting(Chunk chunk, Telegram telegram, CompletableFuture<Outcome> outcome) {}

    /** @throws HttpProblem 503 when an earlier one is not committed in time; 422 when the key is of another stream */
    void take(Chunk chunk) {
        Telegram telegram = sender.telegram(chunk);
        Optional<Outcome> known = sender.isKeyed() ? answers.to(telegram) : Optional.empty();
        uncommitted.add(new Waiting(
                chunk, telegram, known.map(CompletableFuture::completedFuture).orElseGet(() -> accepted(telegram))));
        if (uncommitted.size() >= MOST_UNCOMMITTED) {
            settleOldest();
        }
    }

    /** Returns when all of it is committed. */
    void end() {
        while (!uncommitted.isEmpty()) {
            settleOldest();
        }
    }

    StreamTotals totals() {
        return totals;
    }

    private CompletableFuture<Outcome> accepted(Telegram telegram) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        while (true) {
            try {
                return intake.accept(telegram);
            } catch (IntakeBusyException e) {
                if (System.nanoTime() > deadline) {
                    throw DoorProblem.later(e.getMessage());
                }
                waitForRoom();
            }
        }
    }

    private void waitForRoom() {
        if (!uncommitted.isEmpty()) {
            settleOldest();
            return;
        }
        try {
            Thread.sleep(BUSY_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw stopping();
        }
    }

    private void settleOldest() {
        Waiting oldest = uncommitted.remove();
        Outcome outcome = settled(oldest);
        totals.add(oldest.chunk(), outcome);
        outcome.refusals()
                .forEach(refusal -> refused.accept(new RefusedLine(
                        oldest.chunk().lineOfStream(refusal.line()),
                        outcome.telegram(),
                        refusal.reason(),
                        refusal.detail())));
    }

    private Outcome settled(Waiting waiting) {
        try {
            Outcome outcome = waiting.outcome().get(patienceMillis, TimeUnit.MILLISECONDS);
            // Somebody may have sent another body under the same key at the same time.
            return sender.isKeyed() ? answers.to(waiting.telegram()).orElseThrow() : outcome;
        } catch (TimeoutException e) {
            throw DoorProblem.later("The database does not answer in time");
        } catch (ExecutionException e) {
            throw DoorProblem.later("The service stops");
        } catch (InterruptedException e) {
            throw stopping();
        }
    }

    private static HttpProblem stopping() {
        Thread.currentThread().interrupt();
        return DoorProblem.later("The service stops");
    }
}
