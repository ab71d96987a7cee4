package vn.quantrac.gateway.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much an anonymous caller may ask for. */
@ConfigMapping(prefix = "gateway.quota")
interface QuotaConfig {
    /** Requests a second and address in the long run, 0 for no limit. */
    @WithDefault("200")
    int perSecond();

    /** How many seconds' worth an address may ask for at once: a page loads many files. */
    @WithDefault("5")
    int burstSeconds();

    /** Addresses that are remembered; the one not seen for longest is forgotten first. */
    @WithDefault("10000")
    int addresses();
}
