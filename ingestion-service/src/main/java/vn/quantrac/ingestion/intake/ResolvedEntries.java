package vn.quantrac.ingestion.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The state of quarantine entries. Must run under the lock of the feed's counter. */
final class ResolvedEntries {
    private ResolvedEntries() {}

    /** Telegrams of which no entry was resolved since they were read. */
    static List<Reread> stillOpen(Handle transaction, List<Reread> telegrams) {
        Long[] ids = telegrams.stream()
                .flatMap(telegram -> telegram.entries().stream())
                .map(Reread.Entry::id)
                .toArray(Long[]::new);
        Set<Long> open = new HashSet<>(transaction
                .createQuery("select id from quarantine where id = any(:ids) and resolved_at is null")
                .bind("ids", ids)
                .mapTo(Long.class)
                .list());
        return telegrams.stream()
                .filter(telegram -> telegram.entries().stream().allMatch(entry -> open.contains(entry.id())))
                .toList();
    }

    static void resolve(Handle transaction, Replay replay, List<Long> stored, List<Long> superseded) {
        if (stored.isEmpty() && superseded.isEmpty()) {
            return;
        }
        transaction.createUpdate("""
                        insert into replay (id, operator, station, reason, started_at)
                        values (:id, :operator, :station, :reason, :startedAt) on conflict do nothing""").bindMethods(replay).execute();
        resolve(transaction, replay, stored, "stored");
        resolve(transaction, replay, superseded, "superseded");
    }

    private static void resolve(Handle transaction, Replay replay, List<Long> entries, String resolution) {
        transaction
                .createUpdate("""
                        update quarantine set resolved_at = now(), resolution = :resolution, replay = :replay
                        where id = any(:ids)""")
                .bind("resolution", resolution)
                .bind("replay", replay.id())
                .bind("ids", entries.toArray(Long[]::new))
                .execute();
    }
}
