package vn.quantrac.ingestion.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.quantrac.ingestion.reading.Understood;

/** What was sent, byte for byte. */
final class TelegramTable {
    private static final String INSERT = """
            insert into telegram (id, station, door, sent_by, name, content, sha256, received_at, accepted, revised,
                duplicate, quarantined)
            select id, station, door, sent_by, name, content, sha256,
                timestamptz 'epoch' + received * interval '1 microsecond', accepted, revised, duplicate, quarantined
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bigint[],
                    ?::int[], ?::int[], ?::int[], ?::int[])
                as t (id, station, door, sent_by, name, content, sha256, received, accepted, revised, duplicate,
                    quarantined)""";

    private TelegramTable() {}

    /** Those that are stored already. */
    static Map<UUID, Counts> countsOf(Handle transaction, List<Understood> telegrams) {
        UUID[] ids = telegrams.stream().map(sent -> sent.telegram().id()).toArray(UUID[]::new);
        return transaction
                .createQuery("select id, accepted, revised, duplicate from telegram where id = any(:ids)")
                .bind("ids", ids)
                .reduceResultSet(new HashMap<>(), (counts, row, context) -> {
                    counts.put(
                            row.getObject("id", UUID.class),
                            new Counts(row.getInt("accepted"), row.getInt("revised"), row.getInt("duplicate")));
                    return counts;
                });
    }

    static void insert(Handle transaction, List<Understood> telegrams, Map<UUID, Counts> counts) {
        try (PreparedStatement statement = transaction.getConnection().prepareStatement(INSERT)) {
            new Columns(statement)
                    .add("uuid", telegrams, sent -> sent.telegram().id())
                    .add("text", telegrams, sent -> sent.telegram().station())
                    .add("text", telegrams, sent -> sent.telegram().door().tag())
                    .add("text", telegrams, sent -> sent.telegram().sentBy())
                    .add("text", telegrams, sent -> sent.telegram().name())
                    .add("bytea", telegrams, sent -> sent.telegram().content())
                    .add("bytea", telegrams, sent -> sha256(sent.telegram().content()))
                    .add(
                            "bigint",
                            telegrams,
                            sent -> Columns.micros(sent.telegram().receivedAt()))
                    .add("int4", telegrams, sent -> counts.get(sent.telegram().id())
                            .accepted())
                    .add("int4", telegrams, sent -> counts.get(sent.telegram().id())
                            .revised())
                    .add("int4", telegrams, sent -> counts.get(sent.telegram().id())
                            .duplicate())
                    .add("int4", telegrams, sent -> sent.refusals().size());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Telegrams are not stored: " + e.getMessage(), e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
