package vn.quantrac.local.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What the same table takes from a program that knows nothing else: batches of a thousand inserts, a commit after each,
 * no understanding, no feed, no telegram. Its rows are of datastreams that do not exist and are deleted again.
 */
final class PlainSql {
    private static final int BATCH = 1_000;
    private static final int DATASTREAMS = 50;

    private final Connection connection;

    PlainSql(StoredReadings stored) {
        this.connection = stored.connection();
    }

    double perSecond(int readings) throws SQLException {
        connection.setAutoCommit(false);
        Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(100));
        makePartitions(begin, begin.plus(Duration.ofMinutes(5L * readings / DATASTREAMS)));
        long began = System.nanoTime();
        insert(readings, begin);
        double perSecond = readings * 1e9 / (System.nanoTime() - began);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from reading where datastream < 0");
        }
        connection.commit();
        connection.setAutoCommit(true);
        return perSecond;
    }

    private void makePartitions(Instant from, Instant to) throws SQLException {
        try (PreparedStatement make = connection.prepareStatement("select reading_partition(?)")) {
            for (Instant day = from; !day.isAfter(to.plus(Duration.ofDays(1))); day = day.plus(Duration.ofDays(1))) {
                make.setTimestamp(1, Timestamp.from(day));
                make.execute();
            }
        }
        connection.commit();
    }

    private void insert(int readings, Instant begin) throws SQLException {
        UUID telegram = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into reading (datastream, time, revision, value, unit, status, flags, received_at, telegram, cursor)"
                        + " values (?, ?, 0, ?, 'mg/L', '00', '{}', ?, ?, 0)")) {
            Timestamp now = Timestamp.from(Instant.now());
            for (int n = 0; n < readings; n++) {
                insert.setLong(1, -1 - n % DATASTREAMS);
                insert.setTimestamp(2, Timestamp.from(begin.plus(Duration.ofMinutes(5L * (n / DATASTREAMS)))));
                insert.setBigDecimal(3, BigDecimal.valueOf(50 + n % 40, 1));
                insert.setTimestamp(4, now);
                insert.setObject(5, telegram);
                insert.addBatch();
                if ((n + 1) % BATCH == 0 || n == readings - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }
}
