package vn.quantrac.ingestion.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.feeds.CursorGoneException;
import vn.quantrac.feeds.Feed;
import vn.quantrac.feeds.FeedCursors;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.FeedPage;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.ingestion.retention.OldestCursor;

/** The table {@code reading} as a feed: every reading, in the order of its commit. */
@ApplicationScoped
class ReadingsFeed implements Feed {
    // Cursors have no gaps, so a page is a range of them: the index of every partition is entered once.
    private static final String PAGE = """
            select r.cursor, r.datastream, d.station, d.parameter, r.time, r.value, r.unit, r.status, r.flags,
                r.revision, r.received_at
            from reading r left join datastream d on d.id = r.datastream
            where r.cursor > :after and r.cursor <= :last order by r.cursor""";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    ReadingsFeed(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public String name() {
        return Reading.FEED;
    }

    @Override
    public long head() {
        return jdbi.withHandle(FeedCursors::head);
    }

    @Override
    public FeedPage read(long after, int limit) {
        return jdbi.withHandle(handle -> {
            long head = FeedCursors.headNotBefore(handle, name(), after);
            long oldest = OldestCursor.of(handle);
            if (after < oldest) {
                throw new CursorGoneException(name(), after, oldest);
            }
            List<FeedEvent> events = handle.createQuery(PAGE)
                    .bind("after", after)
                    .bind("last", Math.min(head, after + limit))
                    .map((row, context) -> event(row))
                    .list();
            FeedPage page = FeedCursors.page(name(), after, head, events);
            if (page.next() != after + events.size()) {
                throw new CursorGoneException(name(), after, page.next());
            }
            return page;
        });
    }

    private FeedEvent event(ResultSet row) throws SQLException {
        Reading reading = new Reading(
                row.getLong("datastream"),
                row.getString("station"),
                row.getString("parameter"),
                instant(row, "time"),
                row.getBigDecimal("value"),
                row.getString("unit"),
                row.getString("status"),
                List.of((String[]) row.getArray("flags").getArray()),
                row.getInt("revision"),
                instant(row, "received_at"));
        return new FeedEvent(
                row.getLong("cursor"),
                Reading.TYPE,
                reading.datastream() + "/" + json.convertValue(reading.time(), String.class),
                json.valueToTree(reading));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
