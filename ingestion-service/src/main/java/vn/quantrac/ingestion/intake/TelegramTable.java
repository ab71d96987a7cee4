package vn.quantrac.ingestion.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.quantrac.ingestion.reading.Understood;
import vn.quantrac.ingestion.telegram.Telegram;

/** What was sent, byte for byte. */
final class TelegramTable {
    private static final List<String> COLUMNS = List.of(
            "id",
            "station",
            "door",
            "sent_by",
            "name",
            "content",
            "sha256",
            "received_at",
            "accepted",
            "revised",
            "duplicate",
            "quarantined");

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
        Copy.into(transaction, "telegram", COLUMNS, copy -> {
            for (Understood sent : telegrams) {
                Telegram telegram = sent.telegram();
                Counts became = counts.get(telegram.id());
                copy.row(COLUMNS.size())
                        .add(telegram.id())
                        .addWord(telegram.station())
                        .addWord(telegram.door().tag())
                        .addWord(telegram.sentBy())
                        .add(telegram.name())
                        .add(telegram.content())
                        .add(sha256(telegram.content()))
                        .addTime(Columns.micros(telegram.receivedAt()))
                        .add(became.accepted())
                        .add(became.revised())
                        .add(became.duplicate())
                        .add(sent.refusals().size());
            }
        });
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
