package vn.quantrac.feeds.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the registry says of one code, past, present and future; the message of a registry event. The event
 * type tells what {@code T} is.
 *
 * @param periods in order of time, without overlap; empty when the entry was withdrawn as never valid
 */
public record RegistryEntry<T>(String code, List<Effective<T>> periods) {
    public Optional<T> at(Instant instant) {
        return periods.stream()
                .filter(period -> period.at(instant))
                .map(Effective::value)
                .findFirst();
    }
}
