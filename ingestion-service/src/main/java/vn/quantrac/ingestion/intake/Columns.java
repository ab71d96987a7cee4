package vn.quantrac.ingestion.intake;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Binds lists as arrays, for {@code unnest}: one statement for many rows. */
final class Columns {
    private final PreparedStatement statement;
    private int next = 1;

    Columns(PreparedStatement statement) {
        this.statement = statement;
    }

    <T> Columns add(String type, List<T> rows, Function<T, ?> column) throws SQLException {
        Object[] values = rows.stream().map(column).toArray(arrayOf(type));
        statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
        return this;
    }

    /** The driver tells an array of byte strings from an array of arrays by its class. */
    private static IntFunction<Object[]> arrayOf(String type) {
        return type.equals("bytea") ? byte[][]::new : Object[]::new;
    }

    Columns add(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    /** Microseconds since 1970, what {@code timestamptz} can hold. */
    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }
}
