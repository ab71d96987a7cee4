package vn.quantrac.registry.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import vn.quantrac.feeds.registry.Credential;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Station;
import vn.quantrac.registry.feed.RegistryFeed;

/** Creating, changing and ending entries of every kind; each change is one transaction with its event. */
@ApplicationScoped
public class Entries {
    private final EntryPeriods periods;
    private final EntryRules rules;
    private final EntryJson json;
    private final RegistryFeed feed;
    private final Clock clock;

    Entries(EntryPeriods periods, EntryRules rules, EntryJson json, RegistryFeed feed, Clock clock) {
        this.periods = periods;
        this.rules = rules;
        this.json = json;
        this.feed = feed;
        this.clock = clock;
    }

    /** Whole milliseconds, as every instant on the wire. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The first period of a new code; its {@code validFrom} is now unless the body says otherwise. */
    Uni<EntryPeriod> create(Kind kind, String code, ObjectNode body) {
        rules.checkCode(kind, code);
        Object attributes = json.attributes(kind, body);
        rules.checkShape(attributes);
        Instant validFrom = json.instant(body, "validFrom", now());
        Instant validTo = validTo(body, validFrom);
        return changing(() -> periods.of(kind, code).chain(existing -> {
            if (!existing.isEmpty()) {
                throw Problems.exists(kind, code);
            }
            return rules.checkReferences(attributes, validFrom)
                    .chain(() -> open(kind, code, attributes, validFrom, validTo))
                    .call(opened -> append(kind, code, List.of(opened)));
        }));
    }

    /**
     * Changes an entry: in place when {@code validFrom} is that of the period changed, otherwise by ending it there and
     * opening the next.
     *
     * @param version of the period that the caller has seen
     */
    Uni<EntryPeriod> change(Kind kind, String code, ObjectNode body, int version) {
        Object attributes = json.attributes(kind, body);
        rules.checkShape(attributes);
        return changing(() -> periods.of(kind, code).chain(existing -> {
            EntryPeriod last = last(kind, code, existing, version);
            Instant validFrom = json.instant(body, "validFrom", last.validFrom);
            Instant validTo = validTo(body, validFrom);
            if (validFrom.isBefore(last.validFrom)) {
                throw Problems.overlap(code);
            }
            return rules.checkReferences(attributes, validFrom)
                    .chain(() -> {
                        if (validFrom.equals(last.validFrom)) {
                            fill(last, attributes);
                            last.validTo = validTo;
                            return periods.flush().replaceWith(last);
                        }
                        if (last.validTo == null || last.validTo.isAfter(validFrom)) {
                            last.validTo = validFrom;
                        }
                        return periods.flush()
                                .chain(() -> open(kind, code, attributes, validFrom, validTo))
                                .invoke(existing::add);
                    })
                    .call(() -> append(kind, code, existing));
        }));
    }

    /** Ends the validity of an entry; what held before stays. */
    Uni<Void> end(Kind kind, String code, Integer version) {
        return changing(() -> periods.of(kind, code).chain(existing -> {
                    EntryPeriod last = last(kind, code, existing, version);
                    Instant now = now();
                    if (last.validFrom.isBefore(now)) {
                        last.validTo = now;
                        return periods.flush().chain(() -> append(kind, code, existing));
                    }
                    // It never held, so nothing of it stays.
                    existing.remove(last);
                    return periods.delete(last).chain(() -> append(kind, code, existing));
                }))
                .replaceWithVoid();
    }

    private <T> Uni<T> changing(Supplier<Uni<T>> change) {
        return Panache.withTransaction(change)
                .onFailure(Conflicts::isOverlap)
                .transform(failure -> Problems.overlap("the entry"))
                .invoke(feed::changed);
    }

    private EntryPeriod last(Kind kind, String code, List<EntryPeriod> existing, Integer version) {
        EntryPeriod last = existing.stream()
                .max(Comparator.comparing(period -> period.validFrom))
                .orElseThrow(() -> Problems.notFound(kind, code));
        if (version != null && last.version != version) {
            throw Problems.stale(last.version);
        }
        return last;
    }

    private Instant validTo(ObjectNode body, Instant validFrom) {
        Instant validTo = json.instant(body, "validTo", null);
        if (validTo != null && !validTo.isAfter(validFrom)) {
            throw Problems.bad("validTo", "must be after validFrom");
        }
        return validTo;
    }

    private Uni<EntryPeriod> open(Kind kind, String code, Object attributes, Instant validFrom, Instant validTo) {
        EntryPeriod period = new EntryPeriod();
        period.kind = kind.eventType();
        period.code = code;
        period.validFrom = validFrom;
        period.validTo = validTo;
        fill(period, attributes);
        return periods.persistAndFlush(period);
    }

    private void fill(EntryPeriod period, Object attributes) {
        period.attributes = json.write(attributes);
        if (attributes instanceof Station station) {
            period.facility = station.facility();
            period.medium = station.medium().name();
        } else if (attributes instanceof DischargeSource source) {
            period.facility = source.facility();
            period.medium = source.medium().name();
        } else if (attributes instanceof Instrument instrument) {
            period.station = instrument.station();
        } else if (attributes instanceof Datastream datastream) {
            period.station = datastream.station();
        } else if (attributes instanceof Credential credential) {
            period.station = credential.station();
        }
    }

    private Uni<Long> append(Kind kind, String code, List<EntryPeriod> all) {
        List<EntryPeriod> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparing(period -> period.validFrom));
        return periods.append(kind.eventType(), code, json.message(code, ordered));
    }
}
