package vn.quantrac.ingestion.intake;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.quantrac.ingestion.reading.Understood;
import vn.quantrac.ingestion.telegram.Refusal;
import vn.quantrac.ingestion.telegram.Telegram;

/** What was not understood. */
final class QuarantineTable {
    /** More of a line than this is only in its telegram. */
    private static final int MOST_BYTES = 8 * 1024;

    private static final String INSERT = """
            insert into quarantine (telegram, line, from_byte, to_byte, station, content, reason, detail, received_at)
            select telegram, line, from_byte, to_byte, station, content, reason, detail,
                timestamptz 'epoch' + received * interval '1 microsecond'
            from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::bigint[])
                with ordinality as q (telegram, line, from_byte, to_byte, station, content, reason, detail, received, n)
            order by n""";

    private QuarantineTable() {}

    private record Row(Telegram telegram, Refusal refusal) {
        byte[] content() {
            int to = Math.min(refusal.to(), refusal.from() + MOST_BYTES);
            return Arrays.copyOfRange(telegram.content(), refusal.from(), to);
        }
    }

    static void insert(Handle transaction, List<Understood> telegrams) {
        List<Row> rows = new ArrayList<>();
        for (Understood sent : telegrams) {
            sent.refusals().forEach(refusal -> rows.add(new Row(sent.telegram(), refusal)));
        }
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = transaction.getConnection().prepareStatement(INSERT)) {
            new Columns(statement)
                    .add("uuid", rows, row -> row.telegram().id())
                    .add("int4", rows, row -> row.refusal().line())
                    .add("int4", rows, row -> row.refusal().from())
                    .add("int4", rows, row -> row.refusal().to())
                    .add("text", rows, row -> row.telegram().station())
                    .add("bytea", rows, Row::content)
                    .add("text", rows, row -> row.refusal().reason().slug())
                    .add("text", rows, row -> row.refusal().detail())
                    .add("bigint", rows, row -> Columns.micros(row.telegram().receivedAt()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The quarantine is not stored: " + e.getMessage(), e);
        }
    }
}
