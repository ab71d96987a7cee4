package vn.quantrac.ingestion.telegram;

import java.util.ArrayList;
import java.util.List;

/**
 * What is refused of one telegram, in the order of its lines: the first {@value #MOST} one by one, after that what
 * follows each other without an accepted line between as one {@link Reason#TOO_MANY}. Megabytes of noise must not become
 * millions of entries.
 */
public final class Refusals {
    public static final int MOST = 1_000;

    private final List<Refusal> ended = new ArrayList<>();
    private int count;
    private Refusal first;
    private int inRun;
    private int end;

    public void add(Refusal refusal) {
        count++;
        if (count <= MOST) {
            ended.add(refusal);
            return;
        }
        if (inRun == 0) {
            first = refusal;
        }
        inRun++;
        end = refusal.to();
    }

    /** A line was accepted: what comes next is no part of the same entry, which is read as a whole at a replay. */
    public void interrupt() {
        if (inRun > 0) {
            ended.add(run());
            inRun = 0;
        }
    }

    /** How many lines were refused. */
    public int count() {
        return count;
    }

    public List<Refusal> all() {
        interrupt();
        return ended;
    }

    private Refusal run() {
        return inRun == 1
                ? first
                : new Refusal(
                        first.line(),
                        first.from(),
                        end,
                        Reason.TOO_MANY,
                        "%d lines, the first of them: %s".formatted(inRun, first.detail()));
    }
}
