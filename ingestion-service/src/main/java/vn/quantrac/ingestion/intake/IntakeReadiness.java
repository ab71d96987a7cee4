package vn.quantrac.ingestion.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while a telegram waits too long for its commit: the database may answer and still store nothing. */
@Readiness
@ApplicationScoped
class IntakeReadiness implements HealthCheck {
    private final Intake intake;
    private final Duration longest;

    IntakeReadiness(
            Intake intake,
            @ConfigProperty(name = "ingestion.readiness.longest-wait", defaultValue = "30s") Duration longest) {
        this.intake = intake;
        this.longest = longest;
    }

    @Override
    public HealthCheckResponse call() {
        Duration waiting = intake.oldestWaiting();
        return HealthCheckResponse.named("Telegrams are committed")
                .status(waiting.compareTo(longest) <= 0)
                .withData("longestWaitSeconds", waiting.toSeconds())
                .build();
    }
}
