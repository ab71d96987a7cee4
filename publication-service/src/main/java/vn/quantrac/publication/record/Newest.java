package vn.quantrac.publication.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.quantrac.feeds.readings.Reading;

/** The table {@code latest}. */
public final class Newest {
    private Newest() {}

    /** @param readings of which {@code observation} holds all */
    static void advance(Handle transaction, List<Reading> readings, ObjectMapper json) {
        Map<Long, Latest> newest = of(
                transaction,
                readings.stream().map(Reading::datastream).distinct().toList());
        Set<Long> unsettled = new HashSet<>();
        for (Reading reading : readings) {
            Latest known = newest.get(reading.datastream());
            if (known != null && known.unsettledBy(reading)) {
                unsettled.add(reading.datastream());
            }
            newest.compute(
                    reading.datastream(),
                    (datastream, latest) -> latest == null ? Latest.first(reading) : latest.and(reading));
        }
        store(transaction, newest.values(), json);
        if (!unsettled.isEmpty()) {
            settle(transaction, unsettled);
        }
    }

    /** The newest reading of each of these datastreams that has one. */
    public static Map<Long, Latest> of(Handle handle, Collection<Long> datastreams) {
        return handle
                .createQuery("select * from latest where datastream = any(:datastreams)")
                .bindArray("datastreams", Long.class, datastreams)
                .map((row, context) -> new Latest(
                        row.getLong("datastream"),
                        row.getTimestamp("time").toInstant(),
                        row.getBigDecimal("value"),
                        row.getString("unit"),
                        row.getString("status"),
                        Arrays.asList((String[]) row.getArray("flags").getArray()),
                        row.getTimestamp("status_since").toInstant()))
                .stream()
                .collect(Collectors.toMap(Latest::datastream, Function.identity()));
    }

    /** Walks back from where the status is known to have held to where it began, step by step on the primary key. */
    private static void settle(Handle transaction, Set<Long> datastreams) {
        transaction
                .createUpdate("""
                        with recursive run as (
                            select datastream, status, status_since as time from latest
                            where datastream = any(:datastreams)
                            union all
                            select run.datastream, run.status, earlier.time from run, lateral (
                                select time, status from observation o
                                where o.datastream = run.datastream and o.time < run.time
                                    and o.time >= run.time - cast(:silence as interval)
                                order by o.time desc, o.revision desc limit 1) earlier
                            where earlier.status = run.status)
                        update latest set status_since = began.time
                        from (select datastream, min(time) as time from run group by datastream) began
                        where latest.datastream = began.datastream""")
                .bindArray("datastreams", Long.class, datastreams)
                .bind("silence", Latest.SILENCE.toString())
                .execute();
    }

    private static void store(Handle transaction, Collection<Latest> newest, ObjectMapper json) {
        try {
            transaction
                    .createUpdate("""
                            insert into latest (datastream, time, value, unit, status, flags, status_since)
                            select datastream, time, value, unit, status, flags, "statusSince"
                            from jsonb_to_recordset(cast(:newest as jsonb)) as newest(
                                datastream bigint, time timestamptz, value numeric, unit text, status text, flags text[],
                                "statusSince" timestamptz)
                            on conflict (datastream) do update set time = excluded.time, value = excluded.value,
                                unit = excluded.unit, status = excluded.status, flags = excluded.flags,
                                status_since = excluded.status_since""")
                    .bind("newest", json.writeValueAsString(newest))
                    .execute();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
