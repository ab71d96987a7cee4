package vn.quantrac.compliance.standard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.quantrac.compliance.registry.JudgedDatastream;
import vn.quantrac.feeds.registry.Permit;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;

/** Cmax = C × its coefficients, in decimals, and in the unit in which the datastream is kept. */
final class LimitCalculation {
    /** From the unit of a regulation to the canonical unit of a parameter, where they differ. */
    private static final Map<String, BigDecimal> FACTORS =
            Map.of("mg/m3→ug/m3", new BigDecimal("1000"), "ug/m3→mg/m3", new BigDecimal("0.001"));

    private final Handle handle;
    private final Standards standards;
    private final Standard standard;
    private final Permit permit;

    LimitCalculation(Handle handle, Standards standards, Standard standard, Permit permit) {
        this.handle = handle;
        this.standards = standards;
        this.standard = standard;
        this.permit = permit;
    }

    /** Empty when a coefficient is not known for this permit, or the units cannot be compared: no limit is guessed. */
    Optional<AppliedLimit> apply(
            LimitValue limit, JudgedDatastream datastream, Averaging averaging, Instant from, Instant to) {
        BigDecimal factor = BigDecimal.ONE;
        StringBuilder basis = new StringBuilder();
        for (String name : limit.coefficients()) {
            Optional<BigDecimal> coefficient = coefficient(name);
            if (coefficient.isEmpty()) {
                return Optional.empty();
            }
            factor = factor.multiply(coefficient.get());
            basis.append(" × ")
                    .append(name)
                    .append(' ')
                    .append(coefficient.get().toPlainString());
        }
        BigDecimal unit = limit.unit().equals(datastream.unit())
                ? BigDecimal.ONE
                : FACTORS.get(limit.unit() + "→" + datastream.unit());
        if (unit == null) {
            return Optional.empty();
        }
        BigDecimal whole = factor.multiply(unit);
        String value = limit.lo() == null ? plain(limit.hi()) : plain(limit.lo()) + "–" + plain(limit.hi());
        return Optional.of(new AppliedLimit(
                datastream.id(),
                datastream.stationCode(),
                datastream.parameter(),
                standard.code(),
                limit.column(),
                averaging,
                times(limit.lo(), whole),
                times(limit.hi(), whole),
                datastream.unit(),
                value + basis,
                limit.verified() && standard.verified(),
                from,
                to,
                false));
    }

    private Optional<BigDecimal> coefficient(String name) {
        Optional<Coefficient> found =
                switch (name) {
                    case "Kq" ->
                        permit.receivingWater() == null
                                ? Optional.empty()
                                : find(name, permit.receivingWater().name(), permit.receivingFlow());
                    case "Kv" ->
                        permit.zone() == null
                                ? Optional.empty()
                                : find(name, "ZONE", BigDecimal.valueOf(permit.zone()));
                    default ->
                        permit.dischargeFlow() == null ? Optional.empty() : find(name, "FLOW", permit.dischargeFlow());
                };
        return found.map(Coefficient::value);
    }

    private Optional<Coefficient> find(String name, String kind, BigDecimal quantity) {
        return standards.coefficient(handle, standard, name, kind, quantity);
    }

    private static BigDecimal times(BigDecimal value, BigDecimal factor) {
        return value == null ? null : value.multiply(factor).stripTrailingZeros();
    }

    private static String plain(BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
