package vn.quantrac.registry.entry;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The periods of all entries. */
@ApplicationScoped
class EntryPeriods implements PanacheRepository<EntryPeriod> {
    /** What a facility may see: its own sources and stations, what is at them, and the parameters, which are everybody's. */
    private static final String VISIBLE = "(facility = :facility or kind = 'parameter' or station in"
            + " (select s.code from EntryPeriod s where s.kind = 'station' and s.facility = :facility))";

    Uni<List<EntryPeriod>> of(Kind kind, String code) {
        return list("kind = ?1 and code = ?2 order by validFrom", kind.eventType(), code);
    }

    /** The periods of an entry as far as a facility may see them; null sees all. */
    Uni<List<EntryPeriod>> visible(Kind kind, String code, String facility) {
        if (facility == null) {
            return of(kind, code);
        }
        return list(
                "kind = :kind and code = :code and " + VISIBLE + " order by validFrom",
                Map.of("kind", kind.eventType(), "code", code, "facility", facility));
    }

    Uni<Boolean> exists(Kind kind, String code, Instant at) {
        return count(
                        "kind = ?1 and code = ?2 and validFrom <= ?3 and (validTo is null or validTo > ?3)",
                        kind.eventType(),
                        code,
                        at)
                .map(count -> count > 0);
    }

    /** Periods that hold at an instant, in order of code, after a code; one more than asked for tells of a next page. */
    Uni<List<EntryPeriod>> page(Kind kind, EntryFilter filter, String after, int limit) {
        StringBuilder query = new StringBuilder(
                "kind = :kind and code > :after and validFrom <= :at and (validTo is null or validTo > :at)");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("kind", kind.eventType());
        parameters.put("after", after);
        parameters.put("at", filter.at());
        if (filter.station() != null) {
            query.append(" and station = :station");
            parameters.put("station", filter.station());
        }
        if (filter.medium() != null) {
            query.append(" and medium = :medium");
            parameters.put("medium", filter.medium());
        }
        if (filter.facility() != null) {
            query.append(" and ").append(VISIBLE);
            parameters.put("facility", filter.facility());
        }
        return find(query.append(" order by code").toString(), parameters)
                .page(0, limit + 1)
                .list();
    }

    Uni<Long> nextDatastream() {
        return getSession().chain(session -> session.createNativeQuery("select nextval('datastream_id')", Long.class)
                .getSingleResult());
    }

    /** Appends to the feed; the last statement of a transaction, since other writers wait from here on. */
    Uni<Long> append(String type, String code, String entry) {
        return getSession().chain(session -> session.flush().chain(() -> session.createNativeQuery(
                        // Twice: the driver would send a jsonb parameter as a JSON string.
                        "select feed_append(:type, :key, cast(cast(:data as text) as jsonb))", Long.class)
                .setParameter("type", type)
                .setParameter("key", code)
                .setParameter("data", entry)
                .getSingleResult()));
    }
}
