package vn.quantrac.registry.exchange;

import java.util.List;

/** What an import did, or would do. */
public record ImportReport(boolean dryRun, int created, int changed, int unchanged, List<RowProblem> problems) {}
