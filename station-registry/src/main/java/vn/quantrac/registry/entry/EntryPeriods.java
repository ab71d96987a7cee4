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
public class EntryPeriods implements PanacheRepository<EntryPeriod> {
    /** What a facility may see, and the parameters, which are everybody's. */
    private static final String VISIBLE =
            "(p.kind = 'parameter' or p.id in" + " (select f.id from facility_entry f where f.facility = :facility))";

    /** In order of time; none for what cannot be a code. */
    public Uni<List<EntryPeriod>> of(Kind kind, String code) {
        if (!kind.isCode(code)) {
            return Uni.createFrom().item(List.of());
        }
        return list("kind = ?1 and code = ?2 order by validFrom", kind.eventType(), code);
    }

    /** Everything at a station that holds at an instant or will. */
    Uni<List<EntryPeriod>> notEndedAt(String station, Instant instant) {
        return list("station = ?1 and (validTo is null or validTo > ?2) order by kind, code", station, instant);
    }

    /** The periods of an entry as far as a facility may see them; null sees all. */
    Uni<List<EntryPeriod>> visible(Kind kind, String code, String facility) {
        if (facility == null) {
            return of(kind, code);
        }
        return selected(
                "p.kind = :kind and p.code = :code and " + VISIBLE + " order by p.valid_from",
                Map.of("kind", kind.eventType(), "code", code, "facility", facility));
    }

    /** Periods that hold at an instant, in order of code, after a code; one more than asked for tells of a next page. */
    Uni<List<EntryPeriod>> page(Kind kind, EntryFilter filter, String after, int limit) {
        StringBuilder where = new StringBuilder("p.kind = :kind and p.code > :after and p.valid_from <= :at"
                + " and (p.valid_to is null or p.valid_to > :at)");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("kind", kind.eventType());
        parameters.put("after", after);
        parameters.put("at", filter.at());
        if (filter.station() != null) {
            where.append(" and p.station = :station");
            parameters.put("station", filter.station());
        }
        if (filter.medium() != null) {
            where.append(" and p.medium = :medium");
            parameters.put("medium", filter.medium());
        }
        if (filter.facility() != null) {
            where.append(" and ").append(VISIBLE);
            parameters.put("facility", filter.facility());
        }
        return selected(
                where.append(" order by p.code limit ").append(limit + 1).toString(), parameters);
    }

    private Uni<List<EntryPeriod>> selected(String where, Map<String, Object> parameters) {
        return getSession().chain(session -> {
            var query = session.createNativeQuery("select p.* from entry_period p where " + where, EntryPeriod.class);
            parameters.forEach(query::setParameter);
            return query.getResultList();
        });
    }

    /** The rows of a query, for what is no entity. */
    Uni<List<Object[]>> rows(String sql, Object... parameters) {
        return getSession().chain(session -> {
            var query = session.createNativeQuery(sql, Object[].class);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.getResultList();
        });
    }

    Uni<Void> keep(List<EntryPeriod> opened, List<EntryPeriod> withdrawn) {
        return getSession().chain(session -> session.persistAll(opened.toArray())
                .chain(() -> session.removeAll(withdrawn.toArray()))
                .chain(session::flush));
    }

    Uni<Long> nextDatastream() {
        return getSession().chain(session -> session.createNativeQuery("select nextval('datastream_id')", Long.class)
                .getSingleResult());
    }

    /** Appends to the feed. */
    Uni<Long> append(String type, String code, String entry) {
        return getSession().chain(session -> session.createNativeQuery(
                        // Twice: the driver would send a jsonb parameter as a JSON string.
                        "select feed_append(:type, :key, cast(cast(:data as text) as jsonb))", Long.class)
                .setParameter("type", type)
                .setParameter("key", code)
                .setParameter("data", entry)
                .getSingleResult());
    }
}
