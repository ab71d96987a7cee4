package vn.quantrac.compliance.standard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The technical regulations with their tables. */
record Regulations(List<Standard> standards, List<LimitValue> figures, List<Coefficient> coefficients) {
    static Regulations read(Handle handle) {
        return new Regulations(
                handle.createQuery("select * from standard_version order by code")
                        .map((row, context) -> Standard.of(row))
                        .list(),
                handle.createQuery("select * from limit_value order by standard, parameter, \"column\", averaging,"
                                + " valid_from")
                        .map((row, context) -> LimitValue.of(row))
                        .list(),
                handle.createQuery("select * from coefficient order by standard, name, kind, over nulls first")
                        .map((row, context) -> Coefficient.of(row))
                        .list());
    }

    Optional<Standard> byCode(String code) {
        return standards.stream()
                .filter(standard -> standard.code().equals(code))
                .findFirst();
    }

    /** All figures of a regulation for a parameter. */
    List<LimitValue> figures(Standard standard, String parameter) {
        return figures.stream()
                .filter(figure -> figure.standard().equals(standard.code())
                        && figure.parameter().equals(parameter))
                .toList();
    }

    /** The coefficient for a quantity; empty when the regulation has none for this case. */
    Optional<Coefficient> coefficient(Standard standard, String name, String kind, BigDecimal quantity) {
        return coefficients.stream()
                .filter(row -> row.standard().equals(standard.code())
                        && row.name().equals(name)
                        && row.kind().equals(kind))
                .filter(row -> row.covers(quantity))
                .findFirst();
    }
}
