package vn.quantrac.ingestion.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.intake.IntakeBusyException;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Telegram;

/** Takes uploaded files in, and lets the upload wait for the commit. */
@ApplicationScoped
class Uploads {
    private static final long BUSY_PAUSE = 100;

    private final Intake intake;
    private final FtpDoorConfig config;
    private final Clock clock;

    Uploads(Intake intake, FtpDoorConfig config, Clock clock) {
        this.intake = intake;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A stream whose {@code close} returns after the commit.
     *
     * @param stored hears the size of what was committed
     */
    OutputStream begin(String station, String path, LongConsumer stored) {
        return new Upload((int) config.maxFile().asLongValue(), content -> {
            store(station, path, content);
            stored.accept(content.length);
        });
    }

    /** @throws IOException when it is not committed in time; sending it again does no harm */
    private void store(String station, String path, byte[] content) throws IOException {
        Telegram telegram = Telegram.of(Door.FTP, station, path, content, clock.instant());
        long deadline = System.nanoTime() + config.commitPatience().toNanos();
        try {
            while (true) {
                try {
                    intake.accept(telegram).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return;
                } catch (IntakeBusyException e) {
                    if (System.nanoTime() > deadline) {
                        throw new IOException(e.getMessage(), e);
                    }
                    Thread.sleep(BUSY_PAUSE);
                }
            }
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("Not committed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The service stops", e);
        }
    }
}
