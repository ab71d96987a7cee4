package vn.quantrac.compliance.standard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.quantrac.compliance.registry.JudgedDatastream;
import vn.quantrac.compliance.registry.UnitConversion;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.Permit;
import vn.quantrac.feeds.registry.Station;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;

/**
 * What limits a datastream in a time over which neither registry nor regulations change.
 *
 * @param day the day of {@code from} in Viet Nam
 * @param to null when nothing changes any more
 */
record LimitQuestion(
        Regulations regulations,
        JudgedDatastream datastream,
        Averaging averaging,
        LocalDate day,
        Instant from,
        Instant to) {

    Answer answer() {
        Station station = datastream.station().at(from).orElse(null);
        if (station == null || datastream.entry().at(from).isEmpty()) {
            return Answer.none(Gap.NOT_MEASURED);
        }
        return switch (station.medium()) {
            case SURFACE_WATER -> Answer.none(Gap.NOT_LIMITED);
            case AMBIENT_AIR -> ofAmbientAir();
            default -> ofDischarge(station);
        };
    }

    private Answer ofAmbientAir() {
        return regulations.standards().stream()
                .filter(standard -> standard.medium() == Medium.AMBIENT_AIR && standard.holds(day))
                .findFirst()
                .map(standard -> figure(standard, null))
                .orElse(Answer.none(Gap.NOT_IN_FORCE));
    }

    private Answer ofDischarge(Station station) {
        Permit permit = datastream
                .source(station.dischargeSource(), from)
                .map(DischargeSource::permit)
                .orElse(null);
        if (permit == null) {
            return Answer.none(Gap.NO_PERMIT);
        }
        Standard standard = regulations.byCode(permit.standard()).orElse(null);
        if (standard == null) {
            return Answer.none(Gap.UNKNOWN_STANDARD);
        }
        if (standard.medium() != station.medium()) {
            return Answer.none(Gap.OTHER_MEDIUM);
        }
        if (!standard.averagings().contains(averaging.code())) {
            return Answer.none(Gap.OTHER_AVERAGING);
        }
        // A permit's own figure binds whatever becomes of the regulation that it names.
        Permit.PermitLimit own = permitLimit(permit);
        if (own != null) {
            return permitted(own, standard, permit);
        }
        if (!standard.holds(day)) {
            return Answer.none(Gap.NOT_IN_FORCE);
        }
        return standard.admits(permit, day) ? figure(standard, permit) : Answer.none(Gap.PERMIT_TOO_NEW);
    }

    private Answer figure(Standard standard, Permit permit) {
        if (!standard.averagings().contains(averaging.code())) {
            return Answer.none(Gap.OTHER_AVERAGING);
        }
        String column = permit == null ? null : permit.column();
        return regulations.figures(standard, datastream.parameter()).stream()
                .filter(figure -> figure.isFor(column, averaging.code(), day))
                .findFirst()
                .map(figure -> new LimitCalculation(regulations, standard, permit)
                        .apply(figure, datastream, averaging, from, to))
                .orElse(Answer.none(Gap.NO_FIGURE));
    }

    /** A permit states its values in the canonical unit of the parameter. */
    private Answer permitted(Permit.PermitLimit own, Standard standard, Permit permit) {
        Optional<BigDecimal> factor = UnitConversion.factor(datastream.canonicalUnit(), datastream.unit());
        if (factor.isEmpty()) {
            return Answer.none(Gap.OTHER_UNIT);
        }
        String basis = "permit " + permit.number();
        AppliedLimit limit = new AppliedLimit(
                datastream.id(),
                datastream.stationCode(),
                datastream.parameter(),
                standard.code(),
                permit.column(),
                averaging,
                times(own.min(), factor.get()),
                times(own.max(), factor.get()),
                datastream.unit(),
                basis,
                true,
                from,
                to,
                false);
        return Answer.limit(new SourcedLimit(limit, basis));
    }

    private static BigDecimal times(BigDecimal value, BigDecimal factor) {
        return value == null || factor.compareTo(BigDecimal.ONE) == 0 ? value : value.multiply(factor);
    }

    private Permit.PermitLimit permitLimit(Permit permit) {
        return permit.limits() == null
                ? null
                : permit.limits().stream()
                        .filter(limit -> limit.parameter().equals(datastream.parameter()))
                        .findFirst()
                        .orElse(null);
    }
}
