package vn.quantrac.ingestion.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.quantrac.ingestion.file.UploadRefusedException.Why;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.intake.IntakeBusyException;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Telegram;

/** Takes uploaded files in, and lets the upload wait for the commit. */
@ApplicationScoped
class Uploads {
    private static final long BUSY_PAUSE = 100;

    private final Intake intake;
    private final UploadMemory memory;
    private final FileConfig config;
    private final Clock clock;

    Uploads(Intake intake, UploadMemory memory, FileConfig config, Clock clock) {
        this.intake = intake;
        this.memory = memory;
        this.config = config;
        this.clock = clock;
    }

    /** @param whole whether it begins at the file's beginning, and stores also no bytes at all */
    Upload begin(boolean whole, Upload.Store store) {
        return new Upload(memory, (int) config.largest().asLongValue(), whole, store);
    }

    /**
     * Returns after the commit.
     *
     * @throws IOException when it is not committed in time; sending it again does no harm
     */
    Telegram store(Door door, String station, FileName name, byte[] content) throws IOException {
        Telegram telegram = Telegram.of(door, station, name.telegramName(), content, clock.instant());
        long deadline = System.nanoTime() + config.commitPatience().toNanos();
        try {
            while (true) {
                try {
                    intake.accept(telegram).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return telegram;
                } catch (IntakeBusyException e) {
                    if (System.nanoTime() > deadline) {
                        throw new UploadRefusedException(Why.NOT_COMMITTED, e.getMessage());
                    }
                    Thread.sleep(BUSY_PAUSE);
                }
            }
        } catch (TimeoutException | ExecutionException e) {
            throw new UploadRefusedException(Why.NOT_COMMITTED, "Not committed in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UploadRefusedException(Why.NOT_COMMITTED, "The session ends");
        }
    }
}
