package vn.quantrac.ingestion.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/**
 * What all uploads hold in memory until they are committed. An upload for which there is no room is not read on until
 * others have ended; one at a time may go beyond the bound, so that half-received files do not wait for each other.
 */
@ApplicationScoped
class UploadMemory {
    private final long most;
    private final long patienceNanos;
    private long used;
    private Upload ahead;

    UploadMemory(FileConfig config) {
        this.most = config.memory().asLongValue();
        this.patienceNanos = config.commitPatience().toNanos();
    }

    /** @throws UploadRefusedException when there was no room for too long */
    synchronized void take(Upload upload, int bytes) throws UploadRefusedException {
        long deadline = System.nanoTime() + patienceNanos;
        while (used + bytes > most && ahead != upload) {
            if (ahead == null) {
                ahead = upload;
            } else {
                await(deadline);
            }
        }
        used += bytes;
    }

    private void await(long deadline) throws UploadRefusedException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        try {
            if (left > 0) {
                wait(left);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UploadRefusedException(UploadRefusedException.Why.NO_MEMORY, "Too many files are being received");
    }

    /** What an upload had taken, when it has ended. */
    synchronized void release(Upload upload, int bytes) {
        used -= bytes;
        if (ahead == upload) {
            ahead = null;
        }
        notifyAll();
    }

    synchronized long used() {
        return used;
    }
}
