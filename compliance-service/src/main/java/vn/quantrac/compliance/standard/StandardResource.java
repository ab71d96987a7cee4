package vn.quantrac.compliance.standard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.compliance.access.Roles;
import vn.quantrac.compliance.question.Page;

/** The regulations as this service knows them, each figure with its source and whether it was checked against the act. */
@Path("/standards")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.FACILITY, Roles.AGENCY, Roles.MINISTRY, Roles.REGISTRY_ADMIN, Roles.SERVICE})
class StandardResource {
    private final Standards standards;
    private final Jdbi jdbi;

    StandardResource(Standards standards, Jdbi jdbi) {
        this.standards = standards;
        this.jdbi = jdbi;
    }

    /** A regulation with its table. */
    public record StandardTable(Standard standard, List<LimitValue> limits, List<Coefficient> coefficients) {}

    @GET
    @Operation(summary = "All regulations with their limits and coefficients")
    public Page<StandardTable> read() {
        Regulations regulations = jdbi.withHandle(standards::regulations);
        List<StandardTable> tables = regulations.standards().stream()
                .map(standard -> table(regulations, standard))
                .toList();
        return new Page<>(tables, null);
    }

    private static StandardTable table(Regulations regulations, Standard standard) {
        return new StandardTable(
                standard,
                regulations.figures().stream()
                        .filter(figure -> figure.standard().equals(standard.code()))
                        .toList(),
                regulations.coefficients().stream()
                        .filter(row -> row.standard().equals(standard.code()))
                        .toList());
    }
}
