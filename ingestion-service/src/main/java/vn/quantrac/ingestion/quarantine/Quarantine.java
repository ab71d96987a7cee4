package vn.quantrac.ingestion.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code quarantine}. */
@ApplicationScoped
class Quarantine {
    private static final String PAGE = """
            select q.id, q.telegram, q.line, q.station, q.content, q.reason, q.detail, q.received_at, q.resolved_at,
                q.resolution, q.replay, r.operator
            from quarantine q left join replay r on r.id = q.replay
            where q.id > :after
                and (:station::text is null or q.station = :station)
                and (:stations::text[] is null or q.station = any(:stations))
                and (:open::boolean is null or (q.resolved_at is null) = :open)
            order by q.id limit :limit""";

    private final Jdbi jdbi;

    Quarantine(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The lines after an id.
     *
     * @param station only its lines; null for all
     * @param open only those that are not resolved, or only those that are; null for all
     * @param visible the stations the caller may see; empty for all
     */
    List<QuarantinedLine> after(long after, int limit, String station, Boolean open, Optional<List<String>> visible) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("after", after)
                .bind("limit", limit)
                .bind("station", station)
                .bind("open", open)
                .bind(
                        "stations",
                        visible.map(codes -> codes.toArray(String[]::new)).orElse(null))
                .map((row, context) -> line(row))
                .list());
    }

    private static QuarantinedLine line(ResultSet row) throws SQLException {
        byte[] content = row.getBytes("content");
        return new QuarantinedLine(
                row.getLong("id"),
                row.getObject("telegram", UUID.class),
                row.getInt("line"),
                row.getString("station"),
                content,
                new String(content, StandardCharsets.UTF_8),
                row.getString("reason"),
                row.getString("detail"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                resolution(row));
    }

    private static QuarantinedLine.Resolution resolution(ResultSet row) throws SQLException {
        OffsetDateTime resolvedAt = row.getObject("resolved_at", OffsetDateTime.class);
        return resolvedAt == null
                ? null
                : new QuarantinedLine.Resolution(
                        row.getString("resolution"),
                        resolvedAt.toInstant(),
                        row.getObject("replay", UUID.class),
                        row.getString("operator"));
    }
}
