package vn.quantrac.ingestion.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.intake.IntakeBusyException;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Telegram;

/** Waits for the commit as long as a request may last. */
@ApplicationScoped
class CommitPatience {
    private static final String RETRY_SECONDS = "5";

    private final Intake intake;
    private final Duration patience;

    CommitPatience(
            Intake intake,
            @ConfigProperty(name = "ingestion.http.commit-patience", defaultValue = "30s") Duration patience) {
        this.intake = intake;
        this.patience = patience;
    }

    /** @throws HttpProblem 503 when the telegram is not committed in time; sending it again does no harm */
    Outcome accept(Telegram telegram) {
        try {
            return intake.accept(telegram).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IntakeBusyException | TimeoutException e) {
            throw later(e.getMessage() == null ? "The database does not answer in time" : e.getMessage());
        } catch (ExecutionException e) {
            throw later("The service stops");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw later("The service stops");
        }
    }

    private static HttpProblem later(String detail) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/intake-busy"))
                .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                .withTitle("Not stored yet, send it again")
                .withDetail(detail)
                .withHeader("Retry-After", RETRY_SECONDS)
                .build();
    }
}
