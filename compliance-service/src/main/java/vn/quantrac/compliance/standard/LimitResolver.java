package vn.quantrac.compliance.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.quantrac.compliance.registry.JudgedDatastream;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.verdicts.Averaging;

/** Finds the limits of a datastream over all time. */
@ApplicationScoped
class LimitResolver {
    private final ZoneId zone;

    LimitResolver(@ConfigProperty(name = "quantrac.time-zone", defaultValue = "Asia/Ho_Chi_Minh") ZoneId zone) {
        this.zone = zone;
    }

    /** In order of averaging and time, without overlap within an averaging. */
    List<SourcedLimit> resolve(Regulations regulations, JudgedDatastream datastream) {
        List<Instant> changes = new ArrayList<>(changes(regulations, datastream));
        List<SourcedLimit> resolved = new ArrayList<>();
        for (Averaging averaging : Averaging.values()) {
            SourcedLimit last = null;
            for (int n = 0; n < changes.size(); n++) {
                Instant to = n + 1 < changes.size() ? changes.get(n + 1) : null;
                SourcedLimit next = question(regulations, datastream, averaging, changes.get(n), to)
                        .answer()
                        .limit();
                if (last != null && next != null && during(next, null, null).equals(during(last, null, null))) {
                    next = during(next, last.limit().validFrom(), to);
                    resolved.remove(resolved.size() - 1);
                }
                if (next != null) {
                    resolved.add(next);
                }
                last = next;
            }
        }
        return resolved;
    }

    /** Why there is no limit of any averaging at an instant; null when there is one. */
    Gap gap(Regulations regulations, JudgedDatastream datastream, Instant at) {
        Gap reason = Gap.OTHER_AVERAGING;
        for (Averaging averaging : Averaging.values()) {
            Answer answer =
                    question(regulations, datastream, averaging, at, null).answer();
            if (answer.limit() != null) {
                return null;
            }
            reason = reason == Gap.OTHER_AVERAGING ? answer.gap() : reason;
        }
        return reason;
    }

    private LimitQuestion question(
            Regulations regulations, JudgedDatastream datastream, Averaging averaging, Instant from, Instant to) {
        LocalDate day = from.atZone(zone).toLocalDate();
        return new LimitQuestion(regulations, datastream, averaging, day, from, to);
    }

    private static SourcedLimit during(SourcedLimit of, Instant from, Instant to) {
        return new SourcedLimit(of.limit().during(from, to), of.sourceRef());
    }

    /** The instants at which the answer may change, from the station's first on. */
    private TreeSet<Instant> changes(Regulations regulations, JudgedDatastream datastream) {
        TreeSet<Instant> changes = new TreeSet<>();
        addBounds(changes, datastream.station().periods());
        if (changes.isEmpty()) {
            return changes;
        }
        Instant first = changes.first();
        addBounds(changes, datastream.entry().periods());
        datastream.sources().values().forEach(source -> addBounds(changes, source.periods()));
        for (Standard standard : regulations.standards()) {
            addStart(changes, standard.validFrom());
            addStart(changes, standard.validTo());
            addStart(changes, standard.permitsBefore());
            regulations.figures(standard, datastream.parameter()).forEach(figure -> {
                addStart(changes, figure.validFrom());
                addStart(changes, figure.validTo());
            });
        }
        return new TreeSet<>(changes.tailSet(first, true));
    }

    private static <T> void addBounds(Collection<Instant> changes, List<Effective<T>> periods) {
        for (Effective<T> period : periods) {
            changes.add(period.validFrom());
            if (period.validTo() != null) {
                changes.add(period.validTo());
            }
        }
    }

    private void addStart(Collection<Instant> changes, LocalDate day) {
        if (day != null) {
            changes.add(day.atStartOfDay(zone).toInstant());
        }
    }
}
