package vn.quantrac.local.launch;

import java.time.Duration;
import vn.quantrac.embedded.Postgres;

/** Starts PostgreSQL again when it ends by itself: it is no child of this process, so the supervisor cannot. */
final class PostgresWatch implements AutoCloseable {
    private static final Duration CHECK = Duration.ofMillis(500);
    /** Ctrl-C reaches PostgreSQL too, a moment before this process ends everything. */
    private static final Duration DOUBT = Duration.ofSeconds(1);

    private final Postgres postgres;
    private final Progress progress;
    private final Thread thread = new Thread(this::watch, "postgres-watch");
    private volatile boolean ending;

    private PostgresWatch(Postgres postgres, Progress progress) {
        this.postgres = postgres;
        this.progress = progress;
    }

    static PostgresWatch over(Postgres postgres, Progress progress) {
        PostgresWatch watch = new PostgresWatch(postgres, progress);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (!ending) {
                Thread.sleep(CHECK.toMillis());
                if (!postgres.isRunning()) {
                    Thread.sleep(DOUBT.toMillis());
                    restart();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void restart() {
        if (ending) {
            return;
        }
        progress.warn("PostgreSQL ended and is started again");
        try {
            postgres.restart();
        } catch (IllegalStateException e) {
            progress.warn("%s", e.getMessage());
        }
    }

    /** Returns after a start that is under way. */
    @Override
    public void close() {
        ending = true;
        synchronized (this) {
            thread.interrupt();
        }
    }
}
