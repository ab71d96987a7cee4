package vn.quantrac.ingestion.broker;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Clock;
import vn.quantrac.ingestion.intake.DoorOrder;
import vn.quantrac.ingestion.intake.Intake;

/** The door that is no door of ours: readings come from a broker that a province has already, if it has one. */
@ApplicationScoped
class BrokerDoor {
    private final BrokerConfig config;
    private final Intake intake;
    private final Clock clock;
    private final MeterRegistry metrics;
    private BrokerFollower follower;

    BrokerDoor(BrokerConfig config, Intake intake, Clock clock, MeterRegistry metrics) {
        this.config = config;
        this.intake = intake;
        this.clock = clock;
        this.metrics = metrics;
    }

    void open(@Observes @Priority(DoorOrder.OPEN) StartupEvent event) {
        config.url().ifPresent(this::follow);
    }

    private void follow(URI url) {
        OutsideBroker broker = new OutsideBroker(
                url,
                config.user(),
                config.password(),
                config.ca(),
                config.clientId() + "-" + ofSubscription(),
                config.sessionExpiry(),
                config.receiveMaximum());
        TopicLayout topics = new TopicLayout(config.filter(), config.stationLevel());
        follower = new BrokerFollower(broker, config.group(), topics, config.retryPause(), intake, clock);
        metrics.gauge("ingestion.broker.connected", follower, now -> now.isFollowing() ? 1 : 0);
        metrics.gauge("ingestion.broker.uncommitted", follower, BrokerFollower::uncommitted);
        follower.start();
    }

    /** Another filter is another session: one that goes on keeps the filter it began with. */
    private String ofSubscription() {
        return Integer.toHexString((config.group() + "/" + config.filter()).hashCode());
    }

    void close(@Observes @Priority(DoorOrder.CLOSE) ShutdownEvent event) throws InterruptedException {
        if (follower != null) {
            follower.stop(config.stopPatience());
        }
    }
}
