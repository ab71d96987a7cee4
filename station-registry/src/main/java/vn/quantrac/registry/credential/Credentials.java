package vn.quantrac.registry.credential;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.quantrac.feeds.registry.Credential;
import vn.quantrac.registry.entry.Entries;
import vn.quantrac.registry.entry.EntryPeriod;
import vn.quantrac.registry.entry.EntryPeriods;
import vn.quantrac.registry.entry.Kind;
import vn.quantrac.registry.problem.Problems;
import vn.quantrac.registry.repeat.Hashes;
import vn.quantrac.registry.writing.Writing;

/** The credentials of stations: two may be valid at once, so that one can replace the other without a gap. */
@ApplicationScoped
class Credentials {
    private static final int MOST = 2;

    private final Entries entries;
    private final EntryPeriods periods;
    private final Writing writing;
    private final ObjectMapper json;

    Credentials(Entries entries, EntryPeriods periods, Writing writing, ObjectMapper json) {
        this.entries = entries;
        this.periods = periods;
        this.writing = writing;
        this.json = json;
    }

    /** Issues one from now on; only the hash of the secret is kept. */
    Uni<EntryPeriod> issue(String station, String secret) {
        return writing.alone(() -> of(station)
                .invoke(found -> {
                    if (found.stream().filter(period -> period.validTo == null).count() >= MOST) {
                        throw Problems.tooManyCredentials(
                                station + " has " + MOST + " that are valid; end one that is not used any more");
                    }
                })
                .chain(() -> entries.create(
                        Kind.CREDENTIAL,
                        UUID.randomUUID().toString(),
                        json.valueToTree(new Credential(station, Hashes.sha256(secret))))));
    }

    /** All that were ever issued to a station. */
    Uni<List<EntryPeriod>> of(String station) {
        return requireStation(station)
                .chain(() -> periods.list(
                        "kind = ?1 and station = ?2 order by validFrom, id", Kind.CREDENTIAL.eventType(), station));
    }

    private Uni<Void> requireStation(String station) {
        return periods.of(Kind.STATION, station)
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw Problems.notFound(Kind.STATION.eventType(), station);
                    }
                })
                .replaceWithVoid();
    }

    Uni<Void> revoke(String station, String id) {
        return Panache.withSession(() -> periods.of(Kind.CREDENTIAL, id))
                .invoke(found -> {
                    if (found.stream().noneMatch(period -> station.equals(period.station))) {
                        throw Problems.notFound(Kind.CREDENTIAL.eventType(), id);
                    }
                })
                .chain(() -> entries.end(Kind.CREDENTIAL, id, null));
    }
}
