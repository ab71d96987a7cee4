package vn.quantrac.registry.entry;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import vn.quantrac.registry.problem.Problems;

/** Reads the periods of entries and keeps what has changed of them. */
@ApplicationScoped
public class Timelines {
    private final EntryPeriods periods;
    private final Contradictions contradictions;
    private final EntryJson json;

    Timelines(EntryPeriods periods, Contradictions contradictions, EntryJson json) {
        this.periods = periods;
        this.contradictions = contradictions;
        this.json = json;
    }

    public Uni<Timeline> of(Kind kind, String code) {
        if (!kind.isCode(code)) {
            throw Problems.bad("code", "must match " + kind.codePattern());
        }
        return periods.of(kind, code).map(found -> new Timeline(kind, code, found));
    }

    /** Everything at a station that holds at an instant or will. */
    Uni<List<Timeline>> at(String station, Instant now) {
        return periods.notEndedAt(station, now)
                .chain(found -> each(
                        found.stream().map(EntryName::of).distinct().toList(), name -> of(name.kind(), name.code())));
    }

    /** Writes what has changed, and does not say it yet. */
    public Uni<Timeline> keep(Timeline timeline) {
        return periods.keep(timeline.opened(), timeline.withdrawn()).replaceWith(timeline);
    }

    /** Lets go of what was kept: a session looks through all it holds at every query. */
    public Uni<Void> forget() {
        return periods.getSession().invoke(Mutiny.Session::clear).replaceWithVoid();
    }

    /** Refuses what contradicts other entries, otherwise says the change on the feed. */
    Uni<Timeline> settle(Timeline timeline) {
        return timeline.changed()
                ? contradictions.refuse(timeline.kind(), timeline.code()).chain(() -> say(timeline))
                : Uni.createFrom().item(timeline);
    }

    /** Appends the change to the feed. */
    public Uni<Timeline> say(Timeline timeline) {
        return periods.append(timeline.kind().eventType(), timeline.code(), json.message(timeline))
                .replaceWith(timeline);
    }

    /** One after the other: a session takes one query at a time. */
    public static <T, R> Uni<List<R>> each(List<T> items, Function<T, Uni<R>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList();
    }
}
