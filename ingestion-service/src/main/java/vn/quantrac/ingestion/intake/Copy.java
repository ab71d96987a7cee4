package vn.quantrac.ingestion.intake;

import de.bytefish.pgbulkinsert.pgsql.PgBinaryWriter;
import de.bytefish.pgbulkinsert.pgsql.handlers.BigDecimalValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.ByteArrayValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.UUIDValueHandler;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows for a table by COPY in its binary form, the fastest way in that PostgreSQL has. */
final class Copy {
    private static final int CHUNK = 64 * 1024;
    /** The OID of {@code text}, the type of an array's elements. */
    private static final int TEXT = 25;

    private static final long EPOCH_OF_POSTGRES =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond() * 1_000_000L;

    private final PgBinaryWriter writer;
    private final BigDecimalValueHandler<BigDecimal> numeric = new BigDecimalValueHandler<>();
    private final ByteArrayValueHandler bytes = new ByteArrayValueHandler();
    private final UUIDValueHandler uuid = new UUIDValueHandler();
    /** Few different words come again and again. */
    private final Map<String, byte[]> words = new HashMap<>();

    private final Map<List<String>, byte[]> lists = new HashMap<>();

    private Copy(PgBinaryWriter writer) {
        this.writer = writer;
    }

    interface Rows {
        void writeTo(Copy copy) throws SQLException;
    }

    /** Writes rows of some columns; the columns of each come in this order. */
    static void into(Handle transaction, String table, List<String> columns, Rows rows) {
        String sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)";
        try {
            CopyIn copy = transaction
                    .getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(sql);
            try {
                PgBinaryWriter writer = new PgBinaryWriter(new PGCopyOutputStream(copy, CHUNK), CHUNK);
                rows.writeTo(new Copy(writer));
                writer.close();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(table + " is not written: " + e.getMessage(), e);
        }
    }

    Copy row(int columns) {
        writer.startRow(columns);
        return this;
    }

    Copy add(int value) {
        writer.writeInt(value);
        return this;
    }

    Copy add(long value) {
        writer.writeLong(value);
        return this;
    }

    /** @param micros since 1970 */
    Copy addTime(long micros) {
        writer.writeLong(micros - EPOCH_OF_POSTGRES);
        return this;
    }

    Copy add(BigDecimal value) {
        writer.write(numeric, value);
        return this;
    }

    Copy add(UUID value) {
        writer.write(uuid, value);
        return this;
    }

    Copy add(byte[] value) {
        writer.write(bytes, value);
        return this;
    }

    /** Text that is one of few; null is null. */
    Copy addWord(String value) {
        return add(value == null ? null : words.computeIfAbsent(value, Copy::utf8));
    }

    Copy add(String value) {
        return add(value == null ? null : utf8(value));
    }

    /** An array of texts, one of few. */
    Copy addWords(List<String> values) {
        return add(lists.computeIfAbsent(values, Copy::array));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One dimension without nulls, from 1 on, as PostgreSQL receives arrays. */
    private static byte[] array(List<String> values) {
        List<byte[]> elements = values.stream().map(Copy::utf8).toList();
        int length = elements.stream()
                .mapToInt(element -> Integer.BYTES + element.length)
                .sum();
        ByteBuffer array = ByteBuffer.allocate(5 * Integer.BYTES + length);
        array.putInt(1).putInt(0).putInt(TEXT).putInt(values.size()).putInt(1);
        elements.forEach(element -> array.putInt(element.length).put(element));
        return array.array();
    }
}
