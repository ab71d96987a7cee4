package vn.quantrac.registry.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.quantrac.registry.entry.Contradiction;
import vn.quantrac.registry.entry.EntryName;
import vn.quantrac.registry.entry.Timeline;

/** How far an import is: what it has written, and what it could not. */
final class ImportProgress {
    private final Map<EntryName, Row> rows = new HashMap<>();
    private final Map<EntryName, Timeline> changed = new LinkedHashMap<>();
    private final Set<EntryName> refused = new HashSet<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private int created;
    private int changes;
    private int unchanged;

    void put(Row row, Timeline timeline) {
        rows.put(row.name(), row);
        if (!timeline.changed()) {
            unchanged++;
            return;
        }
        changed.put(row.name(), timeline);
        if (timeline.periods().size() == 1 && timeline.opened().size() == 1) {
            created++;
        } else {
            changes++;
        }
    }

    void refused(Row row, String detail) {
        refused.add(row.name());
        problems.add(row.problem(detail));
    }

    /** A row that refers to a refused one is not its own problem. */
    void contradicted(List<Contradiction> contradictions) {
        for (Contradiction contradiction : contradictions) {
            Row row = rows.getOrDefault(contradiction.said(), rows.get(contradiction.other()));
            if (row != null && !refused.contains(contradiction.other())) {
                problems.add(row.problem(contradiction.sentence()));
            }
        }
    }

    List<RowProblem> problems() {
        return List.copyOf(problems);
    }

    /** What is different now, in the order in which it was written. */
    List<Timeline> changed() {
        return List.copyOf(changed.values());
    }

    ImportReport report(boolean dryRun) {
        return new ImportReport(dryRun, created, changes, unchanged, problems());
    }
}
