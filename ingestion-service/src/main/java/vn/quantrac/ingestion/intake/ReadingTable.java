package vn.quantrac.ingestion.intake;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.quantrac.ingestion.reading.NewReading;
import vn.quantrac.ingestion.reading.Understood;

/** Inserts what is new. Must run under the lock of the feed's counter. */
final class ReadingTable {
    /** A longer statement is no faster and needs more memory. */
    private static final int MOST_ROWS = 10_000;

    /**
     * A reading is compared with the one before it in the batch that has the same key, else with the stored current
     * one: equal in value and status is a duplicate, anything else gets the next revision and the next cursor.
     */
    private static final String INSERT = """
            with incoming as (
                select n, telegram, received_at, datastream, time, value::numeric as value, unit, status,
                    string_to_array(flags, ',') as flags
                from (
                    select n, telegram, datastream, value, unit, status, flags,
                        timestamptz 'epoch' + received * interval '1 microsecond' as received_at,
                        timestamptz 'epoch' + measured * interval '1 microsecond' as time
                    from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                        ?::text[]) with ordinality
                        as sent (telegram, received, datastream, measured, value, unit, status, flags, n)
                ) as sent
            ), compared as (
                select i.*, stored.revision as stored_revision,
                    case row_number() over same_reading
                        when 1 then stored.revision is null
                            or (i.value, i.status) is distinct from (stored.value, stored.status)
                        else (i.value, i.status)
                            is distinct from (lag(i.value) over same_reading, lag(i.status) over same_reading)
                    end as changed
                from incoming i
                left join lateral (
                    select r.revision, r.value, r.status from reading r
                    where r.datastream = i.datastream and r.time = i.time order by r.revision desc limit 1
                ) as stored on true
                window same_reading as (partition by i.datastream, i.time order by i.n)
            ), numbered as (
                select *,
                    coalesce(stored_revision, -1)
                        + count(*) filter (where changed) over (partition by datastream, time order by n) as revision,
                    ? + count(*) filter (where changed) over (order by n) as cursor
                from compared
            ), inserted as (
                insert into reading
                    (datastream, time, revision, value, unit, status, flags, received_at, telegram, cursor)
                select datastream, time, revision, value, unit, status, flags, received_at, telegram, cursor
                from numbered where changed
            )
            select telegram,
                count(*) filter (where changed and revision = 0) as accepted,
                count(*) filter (where changed and revision > 0) as revised,
                count(*) filter (where not changed) as duplicate
            from numbered group by telegram""";

    private ReadingTable() {}

    private record Row(UUID telegram, long receivedAt, NewReading reading) {}

    /** What became of the readings of each telegram; cursors follow {@code head}. */
    static Map<UUID, Counts> insert(Handle transaction, List<Understood> telegrams, long head) {
        Map<UUID, Counts> counts = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Understood understood : telegrams) {
            UUID id = understood.telegram().id();
            counts.put(id, Counts.NONE);
            long receivedAt = Columns.micros(understood.telegram().receivedAt());
            understood.readings().forEach(reading -> rows.add(new Row(id, receivedAt, reading)));
        }
        long cursor = head;
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            List<Row> some = rows.subList(from, Math.min(from + MOST_ROWS, rows.size()));
            for (Map.Entry<UUID, Counts> written :
                    insertRows(transaction, some, cursor).entrySet()) {
                counts.merge(written.getKey(), written.getValue(), Counts::plus);
                cursor += written.getValue().accepted() + written.getValue().revised();
            }
        }
        return counts;
    }

    private static Map<UUID, Counts> insertRows(Handle transaction, List<Row> rows, long head) {
        try (PreparedStatement statement = transaction.getConnection().prepareStatement(INSERT)) {
            new Columns(statement)
                    .add("uuid", rows, Row::telegram)
                    .add("bigint", rows, Row::receivedAt)
                    .add("bigint", rows, row -> row.reading().datastream())
                    .add("bigint", rows, row -> Columns.micros(row.reading().time()))
                    .add("text", rows, row -> text(row.reading()))
                    .add("text", rows, row -> row.reading().unit())
                    .add("text", rows, row -> row.reading().status())
                    .add("text", rows, row -> String.join(",", row.reading().flags()))
                    .add(head);
            Map<UUID, Counts> counts = new HashMap<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    counts.put(
                            result.getObject("telegram", UUID.class),
                            new Counts(
                                    result.getInt("accepted"), result.getInt("revised"), result.getInt("duplicate")));
                }
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException("Readings are not stored: " + e.getMessage(), e);
        }
    }

    private static String text(NewReading reading) {
        return reading.value() == null ? null : reading.value().toPlainString();
    }
}
