package vn.quantrac.ingestion.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.quantrac.ingestion.archive.TelegramArchive;
import vn.quantrac.ingestion.intake.Replay;
import vn.quantrac.ingestion.intake.ReplayCommit;
import vn.quantrac.ingestion.intake.ReplayCounts;
import vn.quantrac.ingestion.intake.Reread;
import vn.quantrac.ingestion.reading.Understanding;
import vn.quantrac.ingestion.telegram.Telegram;

/**
 * Reads telegrams with entries in quarantine again, by what the registry says now. As of the time when they came:
 * neither their lateness nor a clock that was ahead changes by waiting.
 */
@ApplicationScoped
class Replaying {
    private static final int PAGE = 500;
    /** Of one transaction: live readings wait for it. */
    private static final int MOST_READINGS = 5_000;

    private static final int MOST_BYTES = 8 << 20;

    private final OpenEntries open;
    private final TelegramArchive archive;
    private final Understanding understanding;
    private final ReplayCommit commit;

    Replaying(OpenEntries open, TelegramArchive archive, Understanding understanding, ReplayCommit commit) {
        this.open = open;
        this.archive = archive;
        this.understanding = understanding;
        this.commit = commit;
    }

    /**
     * What was done.
     *
     * @param telegrams that were read
     * @param entries of them that were in quarantine
     * @param next the telegram to go on after, or null when there are no more
     */
    record Result(int telegrams, int entries, ReplayCounts counts, UUID next) {}

    /** Reads at most {@code limit} telegrams after one, holding few of them in memory. */
    Result replay(Replay replay, UUID after, int limit) {
        ReplayCounts counts = ReplayCounts.NONE;
        List<Reread> batch = new ArrayList<>();
        int telegrams = 0;
        int entries = 0;
        UUID last = after;
        boolean more = true;
        while (more && telegrams < limit) {
            List<UUID> page = open.telegrams(replay, last, Math.min(PAGE, limit - telegrams));
            for (UUID id : page) {
                List<OpenEntry> ofTelegram = open.of(replay, id);
                Telegram telegram = archive.telegram(id);
                Reread reread = Rereading.of(understanding.of(telegram), ofTelegram);
                if (!reread.entries().isEmpty()) {
                    batch.add(reread);
                }
                if (isFull(batch)) {
                    counts = counts.plus(commit.write(replay, batch));
                    batch = new ArrayList<>();
                }
                telegrams++;
                entries += ofTelegram.size();
                last = id;
            }
            more = !page.isEmpty();
        }
        if (!batch.isEmpty()) {
            counts = counts.plus(commit.write(replay, batch));
        }
        return new Result(telegrams, entries, counts, more ? last : null);
    }

    private static boolean isFull(List<Reread> batch) {
        long bytes = batch.stream()
                .mapToLong(reread -> reread.telegram().content().length)
                .sum();
        return bytes >= MOST_BYTES || batch.stream().mapToInt(Reread::readings).sum() >= MOST_READINGS;
    }
}
