package vn.quantrac.local.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.postgresql.PGConnection;

/** What PostgreSQL itself takes into a plain table with the columns and the key of the readings: the measure of all. */
final class PlainTable {
    private static final String COLUMNS =
            "(datastream, time, revision, value, unit, status, flags, received_at, telegram, cursor)";
    private static final int DATASTREAMS = 2_000;

    private final Connection connection;

    PlainTable(Connection connection) {
        this.connection = connection;
    }

    /** Rows a second by one COPY. */
    double copied(int rows) throws SQLException, IOException {
        create();
        byte[] text = text(rows);
        long began = System.nanoTime();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy bench_reading " + COLUMNS + " from stdin", new ByteArrayInputStream(text));
        double perSecond = rows * 1e9 / (System.nanoTime() - began);
        drop();
        return perSecond;
    }

    private static byte[] text(int rows) {
        String tail = "\tmg/L\t00\t{late}\t" + Instant.now() + "\t" + UUID.randomUUID() + "\t";
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < rows; n++) {
            text.append(n % DATASTREAMS)
                    .append('\t')
                    .append(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(300L * (n / DATASTREAMS)))
                    .append("\t0\t")
                    .append(5 + n % 4)
                    .append('.')
                    .append(n % 10)
                    .append(tail)
                    .append(n)
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Rows a second when every one is committed by itself. */
    double committedOneByOne(int rows) throws SQLException {
        create();
        long began = System.nanoTime();
        try (PreparedStatement insert = connection.prepareStatement("insert into bench_reading " + COLUMNS
                + " values (?, '2026-01-01Z', 0, 5.5, 'mg/L', '00', '{late}', now(), gen_random_uuid(), 0)")) {
            for (int n = 0; n < rows; n++) {
                insert.setLong(1, n);
                insert.executeUpdate();
            }
        }
        double perSecond = rows * 1e9 / (System.nanoTime() - began);
        drop();
        return perSecond;
    }

    private void create() throws SQLException {
        execute("create table bench_reading (like reading)");
        execute("alter table bench_reading add primary key (datastream, time, revision)");
    }

    private void drop() throws SQLException {
        execute("drop table bench_reading");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
