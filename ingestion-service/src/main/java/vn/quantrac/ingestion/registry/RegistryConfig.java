package vn.quantrac.ingestion.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

@ConfigMapping(prefix = "ingestion.registry")
interface RegistryConfig {
    /** Where station-registry is. */
    URI url();

    /** How often its feed is read when nothing is announced. */
    @WithDefault("5s")
    Duration poll();
}
