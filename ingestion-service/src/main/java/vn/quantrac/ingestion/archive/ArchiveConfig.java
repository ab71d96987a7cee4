package vn.quantrac.ingestion.archive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "ingestion.archive")
interface ArchiveConfig {
    /** Telegrams that are older are packed together, compressed; more than {@code ingestion.file.resumable}. */
    @WithDefault("7d")
    Duration packAfter();

    /** How often it is looked for telegrams to pack. */
    @WithDefault("6h")
    Duration check();
}
