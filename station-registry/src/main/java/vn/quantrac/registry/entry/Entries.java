package vn.quantrac.registry.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import vn.quantrac.registry.writing.Writing;

/** Creating, changing and ending entries of every kind; each change is one transaction with its event. */
@ApplicationScoped
public class Entries {
    private final DatastreamIds datastreams;
    private final Timelines timelines;
    private final EntryBodies bodies;
    private final Writing writing;
    private final Changes changes;
    private final Clock clock;

    Entries(
            DatastreamIds datastreams,
            Timelines timelines,
            EntryBodies bodies,
            Writing writing,
            Changes changes,
            Clock clock) {
        this.datastreams = datastreams;
        this.timelines = timelines;
        this.bodies = bodies;
        this.writing = writing;
        this.changes = changes;
        this.clock = clock;
    }

    /** Whole milliseconds, as every instant on the wire. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The first period of a new code; its {@code validFrom} is now unless the body says otherwise. */
    public Uni<EntryPeriod> create(Kind kind, String code, ObjectNode body) {
        return writing(kind, () -> timelines.of(kind, code).chain(timeline -> {
            EntryPeriod created = timeline.create(bodies.statement(kind, code, body), now());
            return store(timeline).replaceWith(created);
        }));
    }

    /** Changes the newest period of an entry, or opens the next one. */
    Uni<EntryPeriod> change(Kind kind, String code, ObjectNode body, int version) {
        return writing(kind, () -> timelines.of(kind, code).chain(timeline -> {
            EntryPeriod changed = timeline.change(bodies.statement(kind, code, body), version, now());
            return store(timeline).replaceWith(changed);
        }));
    }

    /**
     * Creates a datastream, or changes it.
     *
     * @param version of the period that the caller has seen; null for a datastream that never was
     */
    Uni<EntryPeriod> putDatastream(String station, String parameter, ObjectNode body, Integer version) {
        String code = station + "/" + parameter;
        return writing(Kind.DATASTREAM, () -> timelines
                .of(Kind.DATASTREAM, code)
                .chain(timeline -> datastreams.idOf(timeline).chain(id -> {
                    Statement statement = bodies.statement(
                            Kind.DATASTREAM, code, DatastreamIds.identified(body, id, station, parameter));
                    EntryPeriod put = version == null
                            ? timeline.createUnseen(statement, now())
                            : timeline.change(statement, version, now());
                    return store(timeline).replaceWith(put);
                })));
    }

    /**
     * Ends the validity of an entry now, with everything that is at it when it is a station.
     *
     * @param version of the period that the caller has seen; null when it does not matter
     */
    public Uni<Void> end(Kind kind, String code, Integer version) {
        return writing(kind, () -> timelines.of(kind, code).chain(timeline -> {
            Instant now = now();
            timeline.end(version, now);
            Uni<List<Timeline>> atIt = kind == Kind.STATION
                    ? timelines.at(code, now)
                    : Uni.createFrom().item(List.of());
            return atIt.chain(found -> endTogether(timeline, found, now));
        }));
    }

    /** The events of what is at a station come first, so that no follower sees it without its station. */
    private Uni<Void> endTogether(Timeline timeline, List<Timeline> atIt, Instant now) {
        atIt.forEach(found -> found.end(null, now));
        return Timelines.each(atIt, timelines::keep)
                .chain(() -> timelines.keep(timeline))
                .chain(() -> Timelines.each(atIt, timelines::say))
                .chain(() -> timelines.settle(timeline))
                .replaceWithVoid();
    }

    private Uni<Timeline> store(Timeline timeline) {
        return timelines.keep(timeline).chain(timelines::settle);
    }

    private <T> Uni<T> writing(Kind kind, Supplier<Uni<T>> work) {
        return changes.counted(kind, writing.alone(work));
    }
}
