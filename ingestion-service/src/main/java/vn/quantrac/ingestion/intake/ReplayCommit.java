package vn.quantrac.ingestion.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.reading.NewReading;
import vn.quantrac.ingestion.reading.Understood;

/**
 * Writes what a replay of the quarantine understands, under the same lock and into the same feed as {@link GroupCommit}.
 * The telegrams are stored already; their entries of the quarantine are resolved in the same transaction, so a replay
 * that runs twice, or beside another one, changes nothing the second time.
 */
@ApplicationScoped
public class ReplayCommit {
    private static final Logger LOG = Logger.getLogger(ReplayCommit.class);

    private final Jdbi jdbi;
    private final Partitions partitions;
    private final IntakeMetrics metrics;
    private final Event<Committed> committed;

    ReplayCommit(Jdbi jdbi, Partitions partitions, IntakeMetrics metrics, Event<Committed> committed) {
        this.jdbi = jdbi;
        this.partitions = partitions;
        this.metrics = metrics;
        this.committed = committed;
    }

    /** What is committed when it returns. What the database refuses stays in quarantine. */
    public ReplayCounts write(Replay replay, List<Reread> telegrams) {
        try {
            partitions.ensure(telegrams.stream()
                    .map(telegram -> understood(telegram, Set.of()))
                    .toList());
            ReplayCounts counts = jdbi.inTransaction(transaction -> write(transaction, replay, telegrams));
            metrics.replayed(counts);
            committed.fire(new Committed());
            return counts;
        } catch (RuntimeException e) {
            if (!DatabaseErrors.isOfTheData(e)) {
                throw e;
            }
            return withoutPoison(replay, telegrams, e);
        }
    }

    private ReplayCounts withoutPoison(Replay replay, List<Reread> telegrams, RuntimeException refused) {
        if (telegrams.size() == 1) {
            LOG.warnf("%s stays in quarantine: %s", telegrams.get(0).telegram(), refused.getMessage());
            return ReplayCounts.NONE;
        }
        return telegrams.stream()
                .map(telegram -> write(replay, List.of(telegram)))
                .reduce(ReplayCounts.NONE, ReplayCounts::plus);
    }

    private static ReplayCounts write(Handle transaction, Replay replay, List<Reread> telegrams) {
        long head = FeedHead.lock(transaction);
        List<Reread> open = ResolvedEntries.stillOpen(transaction, telegrams);
        Set<NewReading> overtaken = Overtaken.of(transaction, open);
        List<Understood> understood =
                open.stream().map(telegram -> understood(telegram, overtaken)).toList();
        Map<UUID, Counts> written = ReadingTable.insert(transaction, understood, head);
        FeedHead.advance(transaction, head, written.values());
        QuarantineTable.insert(transaction, understood);
        List<Long> stored = new ArrayList<>();
        List<Long> superseded = new ArrayList<>();
        open.stream()
                .flatMap(telegram -> telegram.entries().stream())
                .forEach(entry -> (overtaken.containsAll(entry.readings()) ? superseded : stored).add(entry.id()));
        ResolvedEntries.resolve(transaction, replay, stored, superseded);
        return new ReplayCounts(
                stored.size(), superseded.size(), written.values().stream().reduce(Counts.NONE, Counts::plus));
    }

    private static Understood understood(Reread telegram, Set<NewReading> without) {
        List<NewReading> readings = telegram.entries().stream()
                .flatMap(entry -> entry.readings().stream())
                .filter(reading -> !without.contains(reading))
                .toList();
        return new Understood(telegram.telegram(), readings, telegram.refusals());
    }
}
