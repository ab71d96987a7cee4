package vn.quantrac.compliance.standard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import vn.quantrac.compliance.registry.JudgedDatastream;
import vn.quantrac.compliance.registry.UnitConversion;
import vn.quantrac.feeds.registry.Permit;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;

/** Cmax = C × its coefficients, in decimals, and in the unit in which the datastream is kept. */
final class LimitCalculation {
    private final Regulations regulations;
    private final Standard standard;
    private final Permit permit;

    /** @param permit null for ambient air, whose limits have no coefficients */
    LimitCalculation(Regulations regulations, Standard standard, Permit permit) {
        this.regulations = regulations;
        this.standard = standard;
        this.permit = permit;
    }

    /** No limit when a coefficient is not known for this permit, or the units cannot be compared. */
    Answer apply(LimitValue figure, JudgedDatastream datastream, Averaging averaging, Instant from, Instant to) {
        Optional<BigDecimal> unit = UnitConversion.factor(figure.unit(), datastream.unit());
        if (unit.isEmpty()) {
            return Answer.none(Gap.OTHER_UNIT);
        }
        BigDecimal factor = unit.get();
        boolean verified = figure.verified() && standard.verified();
        StringBuilder basis = new StringBuilder(range(figure));
        Set<String> sources = new LinkedHashSet<>(Set.of(figure.sourceRef()));
        for (String name : figure.coefficients()) {
            Coefficient coefficient = coefficient(name).orElse(null);
            if (coefficient == null) {
                return Answer.none(Gap.NO_COEFFICIENT);
            }
            factor = factor.multiply(coefficient.value());
            verified &= coefficient.verified();
            basis.append(" × ")
                    .append(name)
                    .append(' ')
                    .append(coefficient.value().toPlainString());
            sources.add(coefficient.sourceRef());
        }
        sources.add(standard.sourceRef());
        return Answer.limit(new SourcedLimit(
                new AppliedLimit(
                        datastream.id(),
                        datastream.stationCode(),
                        datastream.parameter(),
                        standard.code(),
                        figure.column(),
                        averaging,
                        times(figure.lo(), factor),
                        times(figure.hi(), factor),
                        datastream.unit(),
                        basis.toString(),
                        verified,
                        from,
                        to,
                        false),
                String.join("; ", sources)));
    }

    private Optional<Coefficient> coefficient(String name) {
        if (permit == null) {
            return Optional.empty();
        }
        return switch (name) {
            case "Kq" ->
                permit.receivingWater() == null
                        ? Optional.empty()
                        : find(name, permit.receivingWater().name(), permit.receivingFlow());
            case "Kv" ->
                permit.zone() == null ? Optional.empty() : find(name, "ZONE", BigDecimal.valueOf(permit.zone()));
            default -> permit.dischargeFlow() == null ? Optional.empty() : find(name, "FLOW", permit.dischargeFlow());
        };
    }

    private Optional<Coefficient> find(String name, String kind, BigDecimal quantity) {
        return regulations.coefficient(standard, name, kind, quantity);
    }

    /** Without trailing zeros, but never in exponent form: 100 stays 100, as it comes back from the database. */
    private static BigDecimal times(BigDecimal value, BigDecimal factor) {
        if (value == null) {
            return null;
        }
        BigDecimal product = value.multiply(factor).stripTrailingZeros();
        return product.scale() < 0 ? product.setScale(0) : product;
    }

    private static String range(LimitValue figure) {
        return figure.lo() == null ? plain(figure.hi()) : plain(figure.lo()) + "–" + plain(figure.hi());
    }

    private static String plain(BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
