package vn.quantrac.ingestion.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "ingestion.event")
interface EventConfig {
    /** An instrument that calibrates longer than this on a day is {@code calibrating-long}. */
    @WithDefault("2h")
    Duration longestCalibration();
}
