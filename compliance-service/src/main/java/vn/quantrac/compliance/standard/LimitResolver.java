package vn.quantrac.compliance.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import vn.quantrac.compliance.registry.JudgedDatastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.Permit;
import vn.quantrac.feeds.registry.Station;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;

/** Finds the limits of a datastream over all time: what its permit says, what the regulation says times coefficients. */
@ApplicationScoped
public class LimitResolver {
    private final Standards standards;
    private final ZoneId zone;

    LimitResolver(
            Standards standards,
            @ConfigProperty(name = "quantrac.time-zone", defaultValue = "Asia/Ho_Chi_Minh") ZoneId zone) {
        this.standards = standards;
        this.zone = zone;
    }

    /** In order of averaging and time, without overlap within an averaging. */
    public List<AppliedLimit> resolve(Handle handle, JudgedDatastream datastream) {
        List<AppliedLimit> resolved = new ArrayList<>();
        for (Averaging averaging : Averaging.values()) {
            resolved.addAll(resolve(handle, datastream, averaging));
        }
        return resolved;
    }

    private List<AppliedLimit> resolve(Handle handle, JudgedDatastream datastream, Averaging averaging) {
        List<Instant> changes = new ArrayList<>(changes(handle, datastream));
        List<AppliedLimit> resolved = new ArrayList<>();
        for (int n = 0; n < changes.size(); n++) {
            Instant from = changes.get(n);
            Instant to = n + 1 < changes.size() ? changes.get(n + 1) : null;
            Optional<AppliedLimit> next = at(handle, datastream, averaging, from, to);
            AppliedLimit last = resolved.isEmpty() ? null : resolved.get(resolved.size() - 1);
            if (next.isPresent() && last != null && continues(last, next.get())) {
                resolved.set(resolved.size() - 1, during(last, last.validFrom(), to));
            } else {
                next.ifPresent(resolved::add);
            }
        }
        return resolved;
    }

    private static boolean continues(AppliedLimit last, AppliedLimit next) {
        return next.validFrom().equals(last.validTo())
                && during(next, last.validFrom(), last.validTo()).equals(last);
    }

    private static AppliedLimit during(AppliedLimit limit, Instant from, Instant to) {
        return new AppliedLimit(
                limit.datastream(),
                limit.station(),
                limit.parameter(),
                limit.standard(),
                limit.column(),
                limit.averaging(),
                limit.min(),
                limit.max(),
                limit.unit(),
                limit.basis(),
                limit.verified(),
                from,
                to,
                false);
    }

    /** The instants at which the answer may change. */
    private TreeSet<Instant> changes(Handle handle, JudgedDatastream datastream) {
        TreeSet<Instant> changes = new TreeSet<>();
        for (Effective<Station> period : datastream.station().periods()) {
            changes.add(period.validFrom());
            Optional.ofNullable(period.validTo()).ifPresent(changes::add);
        }
        if (changes.isEmpty()) {
            return changes;
        }
        Instant first = changes.first();
        datastream.sources().values().forEach(source -> source.periods().forEach(period -> {
            changes.add(period.validFrom());
            Optional.ofNullable(period.validTo()).ifPresent(changes::add);
        }));
        standards.all(handle).forEach(standard -> {
            changes.add(start(standard.validFrom()));
            Optional.ofNullable(standard.validTo()).map(this::start).ifPresent(changes::add);
            Optional.ofNullable(standard.permitsBefore()).map(this::start).ifPresent(changes::add);
            standards.limits(handle, standard, null, datastream.parameter()).forEach(limit -> Optional.ofNullable(
                            limit.validTo())
                    .map(this::start)
                    .ifPresent(changes::add));
        });
        return new TreeSet<>(changes.tailSet(first, true));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Optional<AppliedLimit> at(
            Handle handle, JudgedDatastream datastream, Averaging averaging, Instant from, Instant to) {
        Station station = datastream.station().at(from).orElse(null);
        if (station == null) {
            return Optional.empty();
        }
        if (station.medium() == Medium.AMBIENT_AIR) {
            return standards.forMedium(handle, "AMBIENT_AIR").stream()
                    .filter(standard -> holds(standard.validFrom(), standard.validTo(), from))
                    .findFirst()
                    .flatMap(standard -> limit(handle, datastream, averaging, standard, null, from, to));
        }
        return datastream
                .source(station.dischargeSource(), from)
                .map(DischargeSource::permit)
                .flatMap(permit -> standards
                        .byCode(handle, permit.standard())
                        .filter(standard -> holds(standard.validFrom(), standard.validTo(), from))
                        .filter(standard -> standard.admits(permit, day(from)))
                        .flatMap(standard -> limit(handle, datastream, averaging, standard, permit, from, to)));
    }

    private Optional<AppliedLimit> limit(
            Handle handle,
            JudgedDatastream datastream,
            Averaging averaging,
            Standard standard,
            Permit permit,
            Instant from,
            Instant to) {
        String name = averaging.code();
        if (!standard.averagings().contains(name)) {
            return Optional.empty();
        }
        Optional<Permit.PermitLimit> permitted = permitted(permit, datastream.parameter());
        if (permitted.isPresent()) {
            return Optional.of(new AppliedLimit(
                    datastream.id(),
                    datastream.stationCode(),
                    datastream.parameter(),
                    standard.code(),
                    permit.column(),
                    averaging,
                    permitted.get().min(),
                    permitted.get().max(),
                    datastream.unit(),
                    "permit " + permit.number(),
                    true,
                    from,
                    to,
                    false));
        }
        return standards
                .limits(handle, standard, permit == null ? null : permit.column(), datastream.parameter())
                .stream()
                .filter(limit -> limit.averaging() == null || limit.averaging().equals(name))
                .filter(limit -> holds(limit.validFrom(), limit.validTo(), from))
                .findFirst()
                .flatMap(limit -> new LimitCalculation(handle, standards, standard, permit)
                        .apply(limit, datastream, averaging, from, to));
    }

    private static Optional<Permit.PermitLimit> permitted(Permit permit, String parameter) {
        return permit == null || permit.limits() == null
                ? Optional.empty()
                : permit.limits().stream()
                        .filter(limit -> limit.parameter().equals(parameter))
                        .findFirst();
    }

    private boolean holds(LocalDate from, LocalDate to, Instant at) {
        LocalDate day = day(at);
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
