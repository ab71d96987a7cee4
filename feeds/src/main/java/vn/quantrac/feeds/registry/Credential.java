package vn.quantrac.feeds.registry;

/**
 * What a station's logger signs in by at the doors of ingestion: a secret, with the station code as user name, or a
 * certificate of its own, where the door speaks TLS. Several credentials of a station may be valid at once, so that one
 * can replace another.
 *
 * @param secretSha256 hex SHA-256 of the secret, or null. A fast hash is enough: the registry makes secrets of 256
 *     random bits
 * @param certificateSha256 hex SHA-256 of the X.509 certificate in DER, or null. It is public, so it is no secret:
 *     only a TLS handshake, which proves the private key, may be compared with it
 */
public record Credential(String station, String secretSha256, String certificateSha256) {
    /** A secret. */
    public Credential(String station, String secretSha256) {
        this(station, secretSha256, null);
    }
}
