package vn.quantrac.publication.portal;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

@ConfigMapping(prefix = "publication.portal")
interface PortalConfig {
    /** The centre's name in Vietnamese. */
    String centreVi();

    /** The centre's name in English. */
    String centreEn();

    /** Address of map tiles with {z}, {x} and {y}; without it the portal draws its own base and asks nobody. */
    Optional<String> tileUrl();

    /** Whom the tiles' licence wants to be named. */
    Optional<String> tileAttribution();
}
