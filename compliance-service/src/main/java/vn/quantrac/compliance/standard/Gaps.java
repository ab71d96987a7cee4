package vn.quantrac.compliance.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.compliance.registry.RegistryCopy;

/** What is measured and not compared with any limit. */
@ApplicationScoped
class Gaps {
    private final Jdbi jdbi;
    private final RegistryCopy registry;
    private final Standards standards;
    private final LimitResolver resolver;

    Gaps(Jdbi jdbi, RegistryCopy registry, Standards standards, LimitResolver resolver) {
        this.jdbi = jdbi;
        this.registry = registry;
        this.standards = standards;
        this.resolver = resolver;
    }

    /** A datastream without a limit, and why. */
    public record Unlimited(long datastream, String station, String parameter, Gap reason) {}

    /** In order of datastream, after one of them. */
    List<Unlimited> at(Collection<String> stations, Instant at, long after, int limit) {
        return jdbi.withHandle(handle -> {
            Regulations regulations = standards.regulations(handle);
            return registry.ofStations(handle, stations).values().stream()
                    .filter(datastream -> datastream.id() > after)
                    .sorted((a, b) -> Long.compare(a.id(), b.id()))
                    .flatMap(datastream -> Stream.ofNullable(resolver.gap(regulations, datastream, at))
                            .map(reason -> new Unlimited(
                                    datastream.id(), datastream.stationCode(), datastream.parameter(), reason)))
                    .limit(limit)
                    .toList();
        });
    }
}
