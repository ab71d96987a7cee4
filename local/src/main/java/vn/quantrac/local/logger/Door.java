package vn.quantrac.local.logger;

import java.io.IOException;
import java.util.Optional;

/** A way into ingestion for one station. */
interface Door extends AutoCloseable {
    /**
     * Sends a telegram and returns when it is acknowledged, which is when it is stored.
     *
     * @return what the door did not understand of it; that waits in its quarantine and is not sent again
     * @throws IOException when it is not acknowledged
     */
    Optional<String> send(Telegram telegram) throws IOException, InterruptedException;

    /** Nothing is to be sent for some minutes. */
    default void rest() {}

    @Override
    default void close() {
        rest();
    }
}
