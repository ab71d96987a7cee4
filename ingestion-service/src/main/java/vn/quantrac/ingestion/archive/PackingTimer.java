package vn.quantrac.ingestion.archive;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Packs old telegrams a few times a day. */
@ApplicationScoped
class PackingTimer {
    private static final Logger LOG = Logger.getLogger(PackingTimer.class);

    private final Packing packing;
    private final ArchiveConfig config;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "telegram-packing");
        thread.setDaemon(true);
        return thread;
    });

    PackingTimer(Packing packing, ArchiveConfig config, Clock clock) {
        this.packing = packing;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::pack, 2, config.check().toMinutes(), TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void pack() {
        try {
            packing.run(clock.instant().minus(config.packAfter()));
        } catch (RuntimeException e) {
            LOG.warnf("Telegrams are packed the next time: %s", e.getMessage());
        }
    }
}
