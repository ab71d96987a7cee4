package vn.quantrac.ingestion.intake;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.quantrac.ingestion.reading.NewReading;

/** Readings that were sent again since: what was sent last is current, whenever the other one was understood. */
final class Overtaken {
    private static final String FIND = """
            select sent.n from unnest(?::bigint[], ?::bigint[], ?::bigint[]) with ordinality
                as sent (datastream, measured, received, n)
            cross join lateral (
                select r.received_at from reading r
                where r.datastream = sent.datastream
                    and r.time = timestamptz 'epoch' + sent.measured * interval '1 microsecond'
                    and r.adjustment is null
                order by r.revision desc limit 1
            ) as stored
            where stored.received_at > timestamptz 'epoch' + sent.received * interval '1 microsecond'""";

    private Overtaken() {}

    private record Row(NewReading reading, Instant receivedAt) {}

    /** Those whose datastream and time have a reading that was received later; told apart by identity. */
    static Set<NewReading> of(Handle transaction, List<Reread> telegrams) {
        List<Row> rows = new ArrayList<>();
        for (Reread telegram : telegrams) {
            for (Reread.Entry entry : telegram.entries()) {
                entry.readings()
                        .forEach(reading ->
                                rows.add(new Row(reading, telegram.telegram().receivedAt())));
            }
        }
        Set<NewReading> overtaken = Collections.newSetFromMap(new IdentityHashMap<>());
        try (PreparedStatement statement = transaction.getConnection().prepareStatement(FIND)) {
            new Columns(statement)
                    .add("bigint", rows, row -> row.reading().datastream())
                    .add("bigint", rows, row -> Columns.micros(row.reading().time()))
                    .add("bigint", rows, row -> Columns.micros(row.receivedAt()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    overtaken.add(rows.get(result.getInt("n") - 1).reading());
                }
            }
            return overtaken;
        } catch (SQLException e) {
            throw new IllegalStateException("Readings are not compared: " + e.getMessage(), e);
        }
    }
}
