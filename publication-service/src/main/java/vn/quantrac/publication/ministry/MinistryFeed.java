package vn.quantrac.publication.ministry;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.feeds.CursorUnknownException;
import vn.quantrac.feeds.Feed;
import vn.quantrac.feeds.FeedCursors;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.FeedPage;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.publication.record.Observation;
import vn.quantrac.publication.record.Observations;

/**
 * Every accepted reading with all its revisions, by the cursors of the readings feed: numbers from 1 without gaps, so
 * that who holds 1 to n holds everything.
 */
@ApplicationScoped
class MinistryFeed implements Feed {
    private final Jdbi jdbi;
    private final ObjectMapper json;

    MinistryFeed(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public String name() {
        return Reading.FEED;
    }

    @Override
    public long head() {
        return jdbi.withHandle(MinistryFeed::head);
    }

    /** What has been put on record; it is written in one transaction with the observations. */
    private static long head(Handle handle) {
        return handle.createQuery("select cursor from feed_position where feed = :feed")
                .bind("feed", Reading.FEED)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    @Override
    public FeedPage read(long after, int limit) {
        return jdbi.withHandle(handle -> {
            long head = head(handle);
            if (after < 0 || after > head) {
                throw new CursorUnknownException(name(), after, head);
            }
            return FeedCursors.page(name(), after, head, unbroken(after, events(handle, after, limit)));
        });
    }

    private List<FeedEvent> events(Handle handle, long after, int limit) {
        return handle.createQuery("""
                        select o.*, d.station, d.parameter from observation o join datastream d on d.id = o.datastream
                        where cursor > :after and cursor <= :last order by cursor""")
                .bind("after", after)
                .bind("last", after + limit)
                .map((row, context) -> event(row.getLong("cursor"), Observations.observation(row)))
                .list();
    }

    /** Ends a page before the first number that retention has taken, so that no reader passes over it unaware. */
    private static List<FeedEvent> unbroken(long after, List<FeedEvent> events) {
        List<FeedEvent> unbroken = new ArrayList<>(events.size());
        for (FeedEvent event : events) {
            if (!unbroken.isEmpty() && event.cursor() != after + unbroken.size() + 1) {
                break;
            }
            unbroken.add(event);
        }
        return unbroken;
    }

    private FeedEvent event(long cursor, Observation observation) {
        Reading reading = new Reading(
                observation.datastream(),
                observation.station(),
                observation.parameter(),
                observation.time(),
                observation.value(),
                observation.unit(),
                observation.status(),
                observation.flags(),
                observation.revision(),
                observation.receivedAt());
        return new FeedEvent(
                cursor, Reading.TYPE, observation.datastream() + "/" + observation.time(), json.valueToTree(reading));
    }
}
