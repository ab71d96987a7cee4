package vn.quantrac.registry.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
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

/**
 * The credentials of stations: two secrets and two certificates may be valid at once, so that one can replace the other
 * without a gap.
 */
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

    /** Issues a secret that is valid from now on; only its hash is kept. */
    Uni<EntryPeriod> issue(String station, String secret) {
        return add(new Credential(station, Hashes.sha256(secret)));
    }

    /** Accepts a certificate from now on. */
    Uni<EntryPeriod> accept(String station, LoggerCertificate certificate) {
        return writing.alone(
                () -> requireUnused(certificate).chain(() -> add(new Credential(station, null, certificate.sha256()))));
    }

    private Uni<EntryPeriod> add(Credential credential) {
        String station = credential.station();
        return writing.alone(() -> of(station)
                .invoke(found -> {
                    if (found.stream()
                                    .filter(period -> period.validTo == null && isLike(credential, said(period)))
                                    .count()
                            >= MOST) {
                        throw Problems.tooManyCredentials(
                                station + " has " + MOST + " that are valid; end one that is not used any more");
                    }
                })
                .chain(() ->
                        entries.create(Kind.CREDENTIAL, UUID.randomUUID().toString(), json.valueToTree(credential))));
    }

    /** What loggers prove by it must be one station. */
    private Uni<Void> requireUnused(LoggerCertificate certificate) {
        return periods.list(
                        "kind = ?1 and validTo is null and attributes like ?2",
                        Kind.CREDENTIAL.eventType(),
                        "%" + certificate.sha256() + "%")
                .invoke(found -> {
                    if (!found.isEmpty()) {
                        throw Problems.nameTaken("The certificate is a credential of " + found.get(0).station);
                    }
                })
                .replaceWithVoid();
    }

    /** Secrets are replaced by secrets and certificates by certificates. */
    private static boolean isLike(Credential one, Credential other) {
        return (one.secretSha256() == null) == (other.secretSha256() == null);
    }

    /** What a period says. */
    Credential said(EntryPeriod period) {
        try {
            return json.readValue(period.attributes, Credential.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
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
