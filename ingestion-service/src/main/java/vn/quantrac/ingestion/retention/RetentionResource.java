package vn.quantrac.ingestion.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.quantrac.ingestion.access.Roles;

/** What will be dropped, before it is. */
@Path("/api/ingestion/v1/retention")
@Produces(MediaType.APPLICATION_JSON)
class RetentionResource {
    private final Months months;
    private final RetentionConfig config;

    RetentionResource(Months months, RetentionConfig config) {
        this.months = months;
        this.config = config;
    }

    /**
     * @param readings how long they are kept, ISO 8601; null for ever
     * @param notice how long a month is announced before it is dropped
     * @param oldestCursor where a follower of the feed must begin at the least
     */
    public record Plan(String readings, String notice, long oldestCursor, List<Month> months) {}

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "The months of readings, and when which of them will be dropped",
            description = "Oldest first. A month is announced for the time of notice before it is dropped")
    public Plan plan() {
        return new Plan(
                config.readings().map(Period::toString).orElse(null),
                config.notice().toString(),
                months.oldestCursor(),
                months.all().stream().map(this::shown).toList());
    }

    private Month shown(Months.Known known) {
        Instant announced = known.announcedAt();
        return new Month(
                known.month().toString(),
                known.droppedAt() != null ? "dropped" : announced != null ? "announced" : "kept",
                known.readings(),
                known.bytes(),
                announced,
                announced == null
                        ? null
                        : announced
                                .atOffset(ZoneOffset.UTC)
                                .plus(config.notice())
                                .toInstant(),
                known.droppedAt());
    }
}
