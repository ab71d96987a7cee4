package vn.quantrac.ingestion.telegram;

import java.util.ArrayList;
import java.util.List;

/** The lines of one telegram as they are read; those that are no records are bounded as {@link Refusals} says. */
public final class Lines {
    private final List<Line> kept = new ArrayList<>();
    private final Refusals unreadable = new Refusals();

    public void add(Line line) {
        if (line instanceof Line.Unreadable noise) {
            unreadable.add(noise.refusal());
        } else {
            unreadable.interrupt();
            kept.add(line);
        }
    }

    /** The number of the next line, where lines are numbered by their count. */
    public int next() {
        return kept.size() + unreadable.count() + 1;
    }

    /** In the order of their bytes. */
    public List<Line> all() {
        List<Line> all = new ArrayList<>(kept);
        unreadable
                .all()
                .forEach(refusal -> all.add(new Line.Unreadable(
                        refusal.line(), refusal.from(), refusal.to(), refusal.reason(), refusal.detail())));
        all.sort((one, other) -> Integer.compare(one.from(), other.from()));
        return all;
    }
}
