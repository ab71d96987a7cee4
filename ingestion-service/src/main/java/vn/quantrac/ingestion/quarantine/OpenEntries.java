package vn.quantrac.ingestion.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.intake.Replay;

/** Entries of the quarantine that a replay has to look at. */
@ApplicationScoped
class OpenEntries {
    private static final String OPEN = """
            from quarantine where resolved_at is null and from_byte is not null
                and (:station::text is null or station = :station)
                and (:reason::text is null or reason = :reason)""";

    private final Jdbi jdbi;

    OpenEntries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Telegrams after another one that have such entries, in the order in which they came. */
    List<UUID> telegrams(Replay replay, UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct telegram " + OPEN + " and telegram > :after order by telegram limit :limit")
                .bind("station", replay.station())
                .bind("reason", replay.reason())
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    /** Those of a telegram, in the order of their bytes. */
    List<OpenEntry> of(Replay replay, UUID telegram) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, from_byte, to_byte " + OPEN + " and telegram = :telegram order by from_byte, id")
                .bind("station", replay.station())
                .bind("reason", replay.reason())
                .bind("telegram", telegram)
                .map((row, context) -> new OpenEntry(row.getLong("id"), row.getInt("from_byte"), row.getInt("to_byte")))
                .list());
    }
}
