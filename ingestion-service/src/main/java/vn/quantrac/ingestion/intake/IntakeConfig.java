package vn.quantrac.ingestion.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "ingestion.intake")
interface IntakeConfig {
    /** Most telegrams that wait for their commit; beyond it the doors say "later". */
    @WithDefault("20000")
    int queueTelegrams();

    /** Most bytes of telegrams that wait for their commit. */
    @WithDefault("16M")
    MemorySize queueBytes();

    /** Most telegrams of one station that wait for their commit. */
    @WithDefault("5000")
    int stationTelegrams();

    /** One station may have this part of the bytes: 4 is a quarter. */
    @WithDefault("4")
    int stationShare();

    /** Most telegrams in one transaction. */
    @WithDefault("5000")
    int batchTelegrams();

    /** A transaction with so many readings takes no further telegram. More is no faster, and keeps others waiting. */
    @WithDefault("20000")
    int batchReadings();

    /** The longest pause between two attempts while the database does not answer. */
    @WithDefault("5s")
    Duration retryPause();

    /** How long a stop waits for what is already taken in; the rest is not acknowledged and will be sent again. */
    @WithDefault("10s")
    Duration stopPatience();
}
