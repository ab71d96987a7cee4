package vn.quantrac.ingestion.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.intake.IntakeBusyException;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Telegram;

/** Waits for the commit as long as a request may last. */
@ApplicationScoped
class CommitPatience {
    private final Intake intake;
    private final StationShares shares;
    private final HttpDoorConfig config;
    private volatile boolean databaseAway;

    CommitPatience(Intake intake, StationShares shares, HttpDoorConfig config) {
        this.intake = intake;
        this.shares = shares;
        this.config = config;
    }

    /**
     * What became of a telegram, said after its commit. Sending it again after a failure does no harm.
     *
     * @throws HttpProblem 429 when the caller's share is used up, 503 when the database does not answer; the latter also
     *     as the failure of what is returned
     */
    Uni<Outcome> accept(Telegram telegram) {
        shares.take(telegram);
        CompletableFuture<Outcome> committed = begin(telegram);
        committed.whenComplete((outcome, failure) -> {
            databaseAway &= failure != null;
            shares.giveBack(telegram);
        });
        return Uni.createFrom()
                .completionStage(
                        committed.copy().orTimeout(config.commitPatience().toMillis(), TimeUnit.MILLISECONDS))
                .onFailure()
                .transform(this::later);
    }

    private CompletableFuture<Outcome> begin(Telegram telegram) {
        try {
            return intake.accept(telegram);
        } catch (IntakeBusyException e) {
            shares.giveBack(telegram);
            throw databaseAway ? DoorProblem.later(e.getMessage()) : DoorProblem.tooMuch(e.getMessage());
        } catch (RuntimeException e) {
            shares.giveBack(telegram);
            throw e;
        }
    }

    private HttpProblem later(Throwable failure) {
        if (failure instanceof TimeoutException) {
            databaseAway = true;
            return DoorProblem.later("The database does not answer in time");
        }
        return DoorProblem.later("The service stops");
    }
}
