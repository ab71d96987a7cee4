package vn.quantrac.ingestion.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import vn.quantrac.feeds.registry.Credential;

/** How a logger shows whose it is: the same at every door. */
@ApplicationScoped
public class StationSignIn {
    private final Registry registry;
    private final Clock clock;

    StationSignIn(Registry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** The code of the station, when the secret is that of one of its valid credentials. */
    public Optional<String> station(String codeOrAlias, String secret) {
        Instant now = clock.instant();
        RegistrySnapshot known = registry.current();
        byte[] digest = sha256(secret);
        return known.stationCode(codeOrAlias, now).filter(station -> known.credentials(station, now).stream()
                // Looks at all of them, in a time that does not tell how much was right.
                .map(credential -> matches(credential, digest))
                .reduce(false, Boolean::logicalOr));
    }

    private static boolean matches(Credential credential, byte[] digest) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(credential.secretSha256()), digest);
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
