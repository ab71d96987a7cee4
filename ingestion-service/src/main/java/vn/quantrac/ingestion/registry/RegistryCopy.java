package vn.quantrac.ingestion.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.RegistryMessages;

/** The tables {@code registry_entry} and {@code datastream}. */
final class RegistryCopy {
    private RegistryCopy() {}

    /** Keeps what events say; the last one of a code holds. */
    static void apply(Handle transaction, List<FeedEvent> events, ObjectMapper json) {
        PreparedBatch entries = transaction.prepareBatch("""
                insert into registry_entry (type, code, cursor, entry) values (:type, :code, :cursor, :entry::jsonb)
                on conflict (type, code) do update set cursor = excluded.cursor, entry = excluded.entry""");
        for (FeedEvent event : events) {
            entries.bind("type", event.type())
                    .bind("code", event.key())
                    .bind("cursor", event.cursor())
                    .bind("entry", event.data().toString())
                    .add();
            if (event.type().equals(RegistryMessages.DATASTREAM)) {
                for (Effective<Datastream> period :
                        RegistryMessages.read(json, event, Datastream.class).periods()) {
                    name(transaction, period.value());
                }
            }
        }
        entries.execute();
    }

    private static void name(Handle transaction, Datastream datastream) {
        transaction
                .createUpdate("""
                        insert into datastream (id, station, parameter) values (:id, :station, :parameter)
                        on conflict (id) do update set station = excluded.station, parameter = excluded.parameter""")
                .bind("id", datastream.id())
                .bind("station", datastream.station())
                .bind("parameter", datastream.parameter())
                .execute();
    }

    /** Reads what was said after an event, and returns the newest event read. */
    static long readInto(RegistryEntries entries, Handle handle, long after) {
        return handle.createQuery(
                        "select type, code, cursor, entry::text as entry from registry_entry where cursor > :after")
                .bind("after", after)
                .reduceResultSet(after, (newest, row, context) -> {
                    entries.put(row.getString("type"), row.getString("code"), row.getString("entry"));
                    return Math.max(newest, row.getLong("cursor"));
                });
    }
}
