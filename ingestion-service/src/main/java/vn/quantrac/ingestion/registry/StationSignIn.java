package vn.quantrac.ingestion.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
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
        return bySecret(codeOrAlias, secret).map(SignedIn::station);
    }

    /** The station and its credential, when the secret is that of one of its valid ones. */
    public Optional<SignedIn> bySecret(String codeOrAlias, String secret) {
        Instant now = clock.instant();
        RegistrySnapshot known = registry.current();
        byte[] digest = sha256(secret.getBytes(StandardCharsets.UTF_8));
        return known.stationCode(codeOrAlias, now)
                .flatMap(station -> known.credentials(station, now).entrySet().stream()
                        .filter(credential -> credential.getValue().secretSha256() != null)
                        // Looks at all of them, in a time that does not tell how much was right.
                        .reduce(
                                Optional.<SignedIn>empty(),
                                (found, credential) -> matches(credential.getValue(), digest)
                                        ? Optional.of(new SignedIn(station, credential.getKey()))
                                        : found,
                                (one, other) -> one.or(() -> other)));
    }

    /**
     * The station whose credential a certificate is, as long as that and the certificate are valid. Whoever asks must
     * have seen that the other side has the private key: a certificate by itself proves nothing.
     *
     * @param codeOrAlias as what the logger signs in; null when it does not say
     */
    public Optional<SignedIn> byCertificate(String codeOrAlias, X509Certificate certificate) {
        Instant now = clock.instant();
        RegistrySnapshot known = registry.current();
        try {
            certificate.checkValidity(Date.from(now));
            List<SignedIn> owners =
                    known.certified(HexFormat.of().formatHex(sha256(certificate.getEncoded())), now).stream()
                            .filter(owner -> codeOrAlias == null
                                    || known.stationCode(codeOrAlias, now)
                                            .filter(owner.station()::equals)
                                            .isPresent())
                            .toList();
            return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** Whether a credential that was shown some time ago is still one. */
    public boolean stillHolds(SignedIn signedIn) {
        Instant now = clock.instant();
        RegistrySnapshot known = registry.current();
        return known.stationCode(signedIn.station(), now).isPresent()
                && known.credentials(signedIn.station(), now).containsKey(signedIn.credential());
    }

    private static boolean matches(Credential credential, byte[] digest) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(credential.secretSha256()), digest);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
