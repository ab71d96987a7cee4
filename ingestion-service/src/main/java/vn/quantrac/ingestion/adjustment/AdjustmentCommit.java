package vn.quantrac.ingestion.adjustment;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import vn.quantrac.feeds.FeedCursors;

/**
 * Writes what was approved as further revisions, under the lock under which telegrams are written: so it knows what is
 * current, and cursors stay in commit order.
 */
final class AdjustmentCommit {
    private static final String OUTDATED = """
            select count(*) from adjusted_reading l where l.adjustment = :adjustment and l.original is distinct from (
                select max(r.revision) from reading r where r.datastream = l.datastream and r.time = l.time)""";

    private static final String ADJUST = """
            insert into reading (datastream, time, revision, value, unit, status, flags, received_at, telegram, cursor,
                adjustment)
            select r.datastream, r.time, r.revision + 1, l.value, r.unit, l.status, l.flags, :at, r.telegram,
                :head + l.number, l.adjustment
            from adjusted_reading l
            join reading r on r.datastream = l.datastream and r.time = l.time and r.revision = l.original
            where l.adjustment = :adjustment""";

    private static final String RESTORE = """
            insert into reading (datastream, time, revision, value, unit, status, flags, received_at, telegram, cursor,
                adjustment)
            select r.datastream, r.time, newest.revision + 1, r.value, r.unit, r.status, r.flags, :at, r.telegram,
                :head + row_number() over (order by l.number), l.adjustment
            from adjusted_reading l
            join reading r on r.datastream = l.datastream and r.time = l.time and r.revision = l.original
            cross join lateral (
                select n.revision, n.adjustment from reading n where n.datastream = l.datastream and n.time = l.time
                order by n.revision desc limit 1
            ) as newest
            where l.adjustment = :adjustment and newest.adjustment = l.adjustment""";

    private AdjustmentCommit() {}

    /**
     * Makes the adjusted values current.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when a reading is not what it was when it was proposed
     */
    static void adjust(Handle transaction, UUID adjustment, Instant at) {
        long head = lock(transaction);
        long outdated = transaction
                .createQuery(OUTDATED)
                .bind("adjustment", adjustment)
                .mapTo(Long.class)
                .one();
        if (outdated > 0) {
            throw Problems.outdated(outdated);
        }
        write(transaction, ADJUST, adjustment, head, at);
    }

    /** Makes the original values current again, except where the logger has said something else since. */
    static void restore(Handle transaction, UUID adjustment, Instant at) {
        write(transaction, RESTORE, adjustment, lock(transaction), at);
    }

    private static long lock(Handle transaction) {
        transaction.execute("select cursor from feed_head for update");
        return FeedCursors.head(transaction);
    }

    private static void write(Handle transaction, String insert, UUID adjustment, long head, Instant at) {
        try (Update update = transaction.createUpdate(insert)) {
            int written = update.bind("adjustment", adjustment)
                    .bind("head", head)
                    .bind("at", at)
                    .execute();
            transaction
                    .createUpdate("update feed_head set cursor = cursor + :written")
                    .bind("written", written)
                    .execute();
        }
    }
}
