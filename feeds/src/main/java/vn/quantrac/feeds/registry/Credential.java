package vn.quantrac.feeds.registry;

/**
 * A secret by which a station's logger signs in at the doors of ingestion. The user name is the station code; several
 * credentials of a station may be valid at once, so that one can replace another.
 *
 * @param secretSha256 hex SHA-256 of the secret. A fast hash is enough: the registry makes secrets of 256 random bits
 */
public record Credential(String station, String secretSha256) {}
