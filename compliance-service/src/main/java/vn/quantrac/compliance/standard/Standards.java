package vn.quantrac.compliance.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The regulations in force, as the database holds them. */
@ApplicationScoped
public class Standards {
    private volatile List<Standard> all;
    private volatile List<LimitValue> limits;
    private volatile List<Coefficient> coefficients;

    Optional<Standard> byCode(Handle handle, String code) {
        return all(handle).stream()
                .filter(standard -> standard.code().equals(code))
                .findFirst();
    }

    List<Standard> forMedium(Handle handle, String medium) {
        return all(handle).stream()
                .filter(standard -> standard.medium().equals(medium))
                .toList();
    }

    List<LimitValue> limits(Handle handle, Standard standard, String column, String parameter) {
        load(handle);
        return limits.stream()
                .filter(limit -> limit.standard().equals(standard.code())
                        && limit.parameter().equals(parameter)
                        && (limit.column() == null || limit.column().equals(column)))
                .toList();
    }

    /** The value of a coefficient; empty when the regulation has none for this case. */
    Optional<Coefficient> coefficient(Handle handle, Standard standard, String name, String kind, BigDecimal quantity) {
        load(handle);
        return coefficients.stream()
                .filter(row -> row.standard().equals(standard.code())
                        && row.name().equals(name)
                        && row.kind().equals(kind))
                .filter(row -> row.covers(quantity))
                .findFirst();
    }

    public List<Standard> all(Handle handle) {
        load(handle);
        return all;
    }

    List<StandardResource.StandardTable> tables(Handle handle) {
        return all(handle).stream()
                .map(standard -> new StandardResource.StandardTable(
                        standard,
                        limits.stream()
                                .filter(limit -> limit.standard().equals(standard.code()))
                                .toList(),
                        coefficients.stream()
                                .filter(row -> row.standard().equals(standard.code()))
                                .toList()))
                .toList();
    }

    /** Once: only a migration, and so a new process, changes them. */
    private void load(Handle handle) {
        if (coefficients != null) {
            return;
        }
        all = handle.createQuery("select * from standard_version order by code")
                .map((row, context) -> Standard.of(row))
                .list();
        limits = handle.createQuery("select * from limit_value")
                .map((row, context) -> LimitValue.of(row))
                .list();
        coefficients = handle.createQuery("select * from coefficient")
                .map((row, context) -> Coefficient.of(row))
                .list();
    }
}
