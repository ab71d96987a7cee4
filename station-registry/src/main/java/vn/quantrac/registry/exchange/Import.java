package vn.quantrac.registry.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import vn.quantrac.registry.entry.Changes;
import vn.quantrac.registry.entry.Contradictions;
import vn.quantrac.registry.entry.DatastreamIds;
import vn.quantrac.registry.entry.Entries;
import vn.quantrac.registry.entry.EntryBodies;
import vn.quantrac.registry.entry.EntryName;
import vn.quantrac.registry.entry.Kind;
import vn.quantrac.registry.entry.Timeline;
import vn.quantrac.registry.entry.Timelines;
import vn.quantrac.registry.problem.Problems;
import vn.quantrac.registry.writing.Writing;

/** Takes many entries over in one transaction: all of them, or none and every reason why. */
@ApplicationScoped
class Import {
    private final Timelines timelines;
    private final Contradictions contradictions;
    private final DatastreamIds datastreams;
    private final EntryBodies bodies;
    private final Entries entries;
    private final Writing writing;
    private final Changes changes;

    Import(
            Timelines timelines,
            Contradictions contradictions,
            DatastreamIds datastreams,
            EntryBodies bodies,
            Entries entries,
            Writing writing,
            Changes changes) {
        this.timelines = timelines;
        this.contradictions = contradictions;
        this.datastreams = datastreams;
        this.bodies = bodies;
        this.entries = entries;
        this.writing = writing;
        this.changes = changes;
    }

    /**
     * Makes everything true that the document says.
     *
     * @param dryRun finds all problems and then leaves everything as it was
     * @throws HttpProblem 422 with the problems of all rows, unless it is a dry run
     */
    Uni<ImportReport> take(ObjectNode document, boolean dryRun) {
        List<Row> rows = ExchangeDocument.rows(document);
        ImportProgress progress = new ImportProgress();
        return writing.alone(() -> Timelines.each(rows, row -> put(row, progress))
                        .chain(contradictions::all)
                        .invoke(progress::contradicted)
                        .chain(() -> finish(progress, dryRun)))
                .invoke(report -> count(progress, dryRun));
    }

    private Uni<Boolean> put(Row row, ImportProgress progress) {
        return Uni.createFrom()
                .deferred(() -> putRow(row))
                .invoke(timeline -> progress.put(row, timeline))
                .replaceWith(true)
                .onFailure(HttpProblem.class)
                .recoverWithItem(refusal -> {
                    progress.refused(row, ((HttpProblem) refusal).getDetail());
                    return false;
                });
    }

    private Uni<Timeline> putRow(Row row) {
        EntryName name = row.name();
        return timelines.of(name.kind(), name.code()).chain(timeline -> body(row, timeline)
                .invoke(body -> timeline.put(bodies.statement(name.kind(), name.code(), body), entries.now()))
                .chain(() -> timelines.keep(timeline))
                .call(timelines::forget));
    }

    /** Ids of datastreams are given by this registry, whatever another one gave. */
    private Uni<ObjectNode> body(Row row, Timeline timeline) {
        if (row.kind() != Kind.DATASTREAM) {
            return Uni.createFrom().item(row.body());
        }
        String[] code = timeline.code().split("/", 2);
        return datastreams
                .idOf(timeline)
                .map(id -> DatastreamIds.identified(row.body().deepCopy().without("id"), id, code[0], code[1]));
    }

    private Uni<ImportReport> finish(ImportProgress progress, boolean dryRun) {
        if (dryRun) {
            return Panache.currentTransaction()
                    .invoke(Mutiny.Transaction::markForRollback)
                    .replaceWith(progress.report(true));
        }
        if (!progress.problems().isEmpty()) {
            throw Problems.notImported(progress.problems());
        }
        return Timelines.each(progress.changed(), timelines::say).replaceWith(progress.report(false));
    }

    private void count(ImportProgress progress, boolean dryRun) {
        if (!dryRun) {
            progress.changed().forEach(timeline -> changes.count(timeline.kind(), "accepted", 1));
        }
    }
}
