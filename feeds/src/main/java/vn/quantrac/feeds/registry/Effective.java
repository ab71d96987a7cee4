package vn.quantrac.feeds.registry;

import java.time.Instant;

/**
 * A value and when it holds.
 *
 * @param validFrom the first instant
 * @param validTo the first instant no more, or null while it is open
 */
public record Effective<T>(Instant validFrom, Instant validTo, T value) {
    public boolean at(Instant instant) {
        return !instant.isBefore(validFrom) && (validTo == null || instant.isBefore(validTo));
    }
}
