package vn.quantrac.registry.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How many entries hold, and how far the feed is; counted from time to time, so that asking costs nothing. */
@ApplicationScoped
class RegistryGauges {
    private static final Logger LOG = Logger.getLogger(RegistryGauges.class);
    private static final int SECONDS = 5;

    private final Jdbi jdbi;
    private final AtomicLong head;
    private final MultiGauge entries;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "registry-gauges");
        thread.setDaemon(true);
        return thread;
    });

    RegistryGauges(Jdbi jdbi, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.head = meters.gauge("registry.feed.head", new AtomicLong());
        this.entries = MultiGauge.builder("registry.entries").register(meters);
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::count, 0, SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void count() {
        try {
            jdbi.useHandle(this::count);
        } catch (RuntimeException e) {
            // Readiness tells of a database that is away; the gauges keep what they last knew.
            LOG.debugf("Not counted: %s", e.getMessage());
        }
    }

    private void count(Handle handle) {
        head.set(handle.createQuery("select cursor from feed_head")
                .mapTo(Long.class)
                .one());
        List<MultiGauge.Row<?>> rows = handle.createQuery("select kind, count(*) as entries from entry_period"
                        + " where valid_from <= now() and (valid_to is null or valid_to > now()) group by kind")
                .<MultiGauge.Row<?>>map((row, context) ->
                        MultiGauge.Row.of(Tags.of("kind", row.getString("kind")), row.getLong("entries")))
                .list();
        entries.register(rows, true);
    }
}
