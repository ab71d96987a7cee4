package vn.quantrac.ingestion.retention;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the months of readings ahead, and drops those that are older than the policy after they were announced. One
 * replica at a time does it.
 */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int MONTHS_AHEAD = 2;
    /** Readings come up to 400 days late; those of a month that is dropped could not be stored. */
    private static final Period SHORTEST = Period.ofYears(2);

    private final Jdbi jdbi;
    private final Months months;
    private final RetentionConfig config;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "retention");
        thread.setDaemon(true);
        return thread;
    });

    Retention(Jdbi jdbi, Months months, RetentionConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.months = months;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        config.readings()
                .filter(kept -> kept.toTotalMonths() < SHORTEST.toTotalMonths())
                .ifPresent(kept -> {
                    throw new IllegalStateException("ingestion.retention.readings must be at least " + SHORTEST);
                });
        Duration check = config.check();
        timer.scheduleWithFixedDelay(this::tryToRun, 1, check.toMinutes(), TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void tryToRun() {
        try {
            run(clock.instant());
        } catch (RuntimeException e) {
            LOG.warnf("Retention waits until the next time: %s", e.getMessage());
        }
    }

    /** Once; safe to be called by several replicas, of which one does it. */
    public void run(Instant now) {
        YearMonth current = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            months.make(current.plusMonths(ahead));
        }
        List<YearMonth> due = jdbi.inTransaction(transaction -> {
            if (!isTheOne(transaction)) {
                return List.of();
            }
            months.announce(transaction, firstKept(now), now);
            return months.announcedUntil(transaction, minus(now, config.notice()));
        });
        for (YearMonth month : due) {
            jdbi.useTransaction(transaction -> {
                if (isTheOne(transaction)) {
                    months.drop(transaction, month, now);
                    LOG.infof("Dropped the readings of %s, by ingestion.retention.readings", month);
                }
            });
        }
    }

    private static boolean isTheOne(Handle transaction) {
        return transaction
                .createQuery("select pg_try_advisory_xact_lock(hashtext('reading_retention'))")
                .mapTo(Boolean.class)
                .one();
    }

    /** The oldest month of which something must be kept; far in the past where all is. */
    private YearMonth firstKept(Instant now) {
        return config.readings()
                .map(kept -> YearMonth.from(minus(now, kept).atOffset(ZoneOffset.UTC)))
                .orElse(YearMonth.of(1, 1));
    }

    private static Instant minus(Instant now, Period period) {
        return now.atOffset(ZoneOffset.UTC).minus(period).toInstant();
    }
}
