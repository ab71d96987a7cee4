package vn.quantrac.ingestion.datareturn;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Caller;
import vn.quantrac.ingestion.access.Roles;
import vn.quantrac.ingestion.query.BadParameter;

/** How much a station sends of what it owes, and whether in time. */
@Path("/api/ingestion/v1/stations/{code}/data-return")
@Produces(MediaType.APPLICATION_JSON)
class DataReturnResource {
    private static final long MOST_DAYS = 31;

    private final DataReturns returns;
    private final Caller caller;

    DataReturnResource(DataReturns returns, Caller caller) {
        this.returns = returns;
        this.caller = caller;
    }

    public record DataReturnTable(String station, List<DataReturn> items) {}

    @GET
    @RolesAllowed({Roles.OPERATOR, Roles.FACILITY})
    @Operation(
            summary = "Data return and timeliness of a station by day and parameter",
            description = "from and to are days of the province, both included; at most 31")
    public DataReturnTable list(
            @PathParam("code") String code, @QueryParam("from") String from, @QueryParam("to") String to) {
        String station = caller.station(code);
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (last.isBefore(first) || first.until(last, ChronoUnit.DAYS) >= MOST_DAYS) {
            throw BadParameter.problem("to must not be before from, and not more than 31 days in all");
        }
        return new DataReturnTable(station, returns.of(station, first, last));
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw BadParameter.problem(name + " must be a day such as 2026-11-24");
        }
    }
}
