package vn.quantrac.ingestion.intake;

import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** The counter of the feed. Whoever holds its lock is the only one who writes readings. */
final class FeedHead {
    private FeedHead() {}

    /** Takes the lock until the transaction ends, and returns the newest cursor. */
    static long lock(Handle transaction) {
        return transaction
                .createQuery("select cursor from feed_head for update")
                .mapTo(Long.class)
                .one();
    }

    static void advance(Handle transaction, long head, Collection<Counts> written) {
        long inserted = written.stream()
                .mapToLong(counts -> counts.accepted() + counts.revised())
                .sum();
        if (inserted > 0) {
            transaction
                    .createUpdate("update feed_head set cursor = :cursor")
                    .bind("cursor", head + inserted)
                    .execute();
        }
    }
}
