package vn.quantrac.publication.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.feeds.registry.RegistryMessages;

/** The copy of the registry; read again when its feed has moved, and once a minute because periods begin and end. */
@ApplicationScoped
public class PublishedRegistry {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;
    private volatile Version version = new Version(-1, Instant.MIN, null);

    PublishedRegistry(Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    public Catalogue current() {
        Instant now = clock.instant();
        return jdbi.inTransaction(handle -> {
            long position = position(handle);
            Version last = version;
            if (last.position != position || last.readAt.plus(LONGEST).isBefore(now)) {
                last = new Version(position, now, new Catalogue(read(handle), now));
                version = last;
            }
            return last.catalogue;
        });
    }

    private static long position(Handle handle) {
        return handle.createQuery("select cursor from feed_position where feed = :feed")
                .bind("feed", RegistryMessages.FEED)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private RegistryEntries read(Handle handle) {
        return handle.createQuery("select type, code, entry::text as entry from registry_entry")
                .reduceResultSet(new RegistryEntries(json), (entries, row, context) -> {
                    entries.put(row.getString("type"), row.getString("code"), row.getString("entry"));
                    return entries;
                });
    }

    private record Version(long position, Instant readAt, Catalogue catalogue) {}
}
