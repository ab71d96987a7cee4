package vn.quantrac.ingestion.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "ingestion.reading")
public interface ReadingConfig {
    /** How far a logger's clock may be ahead. */
    @WithDefault("5m")
    Duration futureTolerance();

    /** Readings older than this are quarantined: no logger keeps them so long. */
    @WithDefault("400d")
    Duration oldest();

    /** A reading that arrives later than this after its time is flagged {@code late}. */
    @WithDefault("5m")
    Duration lateAfter();

    /** {@code quarantine}, or {@code measuring} where the loggers of a province write no device status. */
    @WithDefault("quarantine")
    MissingStatus missingStatus();
}
