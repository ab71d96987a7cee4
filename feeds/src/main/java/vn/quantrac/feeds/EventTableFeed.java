package vn.quantrac.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A feed kept in the table {@code feed_event}. */
public final class EventTableFeed implements Feed {
    private final String name;
    private final Jdbi jdbi;
    private final ObjectMapper json;

    public EventTableFeed(String name, Jdbi jdbi, ObjectMapper json) {
        this.name = name;
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long head() {
        return jdbi.withHandle(FeedCursors::head);
    }

    @Override
    public FeedPage read(long after, int limit) {
        return jdbi.withHandle(handle -> {
            long head = FeedCursors.headNotBefore(handle, name, after);
            List<FeedEvent> events = handle.createQuery(
                            "select cursor, type, key, data::text as data from feed_event where cursor > :after order by cursor limit :limit")
                    .bind("after", after)
                    .bind("limit", limit)
                    .map((row, context) -> new FeedEvent(
                            row.getLong("cursor"),
                            row.getString("type"),
                            row.getString("key"),
                            parse(row.getString("data"))))
                    .list();
            return FeedCursors.page(name, after, head, events);
        });
    }

    /**
     * Appends a change within the caller's transaction and returns its cursor. Call it last: other writers of this
     * feed wait until the transaction ends.
     */
    public long append(Handle handle, String type, String key, Object message) {
        return handle.createQuery("select feed_append(:type, :key, :data::jsonb)")
                .bind("type", type)
                .bind("key", key)
                .bind("data", write(message))
                .mapTo(Long.class)
                .one();
    }

    /** Appends changes in their order, as {@link #append(Handle, String, String, Object)} does one, by one statement. */
    public void append(Handle handle, List<FeedChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into feed_event (cursor, type, key, data)
                        select before + n, type, key, data::jsonb
                        from feed_advance(:count) as before,
                            unnest(:types, :keys, :data) with ordinality as change (type, key, data, n)""")
                .bind("count", changes.size())
                .bind("types", changes.stream().map(FeedChange::type).toArray(String[]::new))
                .bind("keys", changes.stream().map(FeedChange::key).toArray(String[]::new))
                .bind(
                        "data",
                        changes.stream().map(change -> write(change.message())).toArray(String[]::new))
                .execute();
    }

    private JsonNode parse(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Object message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
