package vn.quantrac.ingestion.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.reading.Understood;
import vn.quantrac.ingestion.telegram.Outcome;

/**
 * Writes many telegrams in one transaction. It takes the feed's counter first, so what is new, a revision or a duplicate
 * is decided by one writer at a time, and cursors are in commit order without gaps, also with several replicas.
 */
@ApplicationScoped
class GroupCommit {
    private final Jdbi jdbi;
    private final Partitions partitions;

    GroupCommit(Jdbi jdbi, Partitions partitions) {
        this.jdbi = jdbi;
        this.partitions = partitions;
    }

    /** The outcome of each telegram. Writing a telegram again changes nothing and answers the same counts. */
    Map<UUID, Outcome> write(List<Understood> telegrams) {
        partitions.ensure(telegrams);
        return jdbi.inTransaction(transaction -> {
            long head = FeedHead.lock(transaction);
            // After a lost connection nobody knows whether the last attempt was committed; the telegrams tell.
            Map<UUID, Counts> counts = TelegramTable.countsOf(transaction, telegrams);
            List<Understood> missing = telegrams.stream()
                    .filter(telegram -> !counts.containsKey(telegram.telegram().id()))
                    .toList();
            if (!missing.isEmpty()) {
                Map<UUID, Counts> written = ReadingTable.insert(transaction, missing, head);
                FeedHead.advance(transaction, head, written.values());
                TelegramTable.insert(transaction, missing, written);
                QuarantineTable.insert(transaction, missing);
                counts.putAll(written);
            }
            return outcomes(telegrams, counts);
        });
    }

    private static Map<UUID, Outcome> outcomes(List<Understood> telegrams, Map<UUID, Counts> counts) {
        Map<UUID, Outcome> outcomes = new HashMap<>();
        for (Understood understood : telegrams) {
            UUID id = understood.telegram().id();
            Counts count = counts.get(id);
            outcomes.put(
                    id,
                    new Outcome(
                            id,
                            count.accepted(),
                            count.revised(),
                            count.duplicate(),
                            understood.refusals().size(),
                            understood.refusals()));
        }
        return outcomes;
    }
}
