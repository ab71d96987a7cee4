package vn.quantrac.ingestion.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

@ConfigMapping(prefix = "ingestion.retention")
interface RetentionConfig {
    /** How long readings are kept, such as {@code P10Y}, at least two years; without it for ever. */
    Optional<Period> readings();

    /** How long a month is announced before it is dropped. */
    @WithDefault("P30D")
    Period notice();

    /** How often it is looked for months to make, to announce and to drop. */
    @WithDefault("24h")
    Duration check();
}
