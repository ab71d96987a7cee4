package vn.quantrac.compliance.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.quantrac.compliance.database.Messages;
import vn.quantrac.feeds.readings.Reading;

/** The current value of every reading. */
@ApplicationScoped
public class Readings {

    private final Messages messages;

    Readings(Messages messages) {
        this.messages = messages;
    }

    /** A higher revision replaces a lower one. */
    public void store(Handle handle, List<Reading> readings) {
        handle.createUpdate("""
                        insert into reading (datastream, time, station, parameter, unit, value, status, revision)
                        select distinct on (datastream, time) *
                        from jsonb_to_recordset(cast(:readings as jsonb)) as one (datastream bigint, time timestamptz,
                            station text, parameter text, unit text, value numeric, status text, revision integer)
                        order by datastream, time, revision desc
                        on conflict (datastream, time) do update
                        set value = excluded.value, unit = excluded.unit, status = excluded.status,
                            revision = excluded.revision
                        where reading.revision < excluded.revision""").bind("readings", messages.write(readings)).execute();
    }

    /** The time of the newest reading of each datastream, whatever its status: hours and days up to it are over. */
    public Map<Long, Instant> newest(Handle handle, Collection<Long> datastreams) {
        Map<Long, Instant> newest = new HashMap<>();
        handle.createQuery("""
                        select id, newest.time
                        from unnest(:ids) as id,
                            lateral (select time from reading where datastream = id order by time desc limit 1) newest""")
                .bindArray("ids", Long.class, datastreams.toArray())
                .map((row, context) ->
                        Map.entry(row.getLong("id"), row.getTimestamp("time").toInstant()))
                .forEach(entry -> newest.put(entry.getKey(), entry.getValue()));
        return newest;
    }
}
