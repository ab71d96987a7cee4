package vn.quantrac.ingestion.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code adjusted_reading}. */
@ApplicationScoped
class AdjustedReadings {
    private static final String FROM = """
            from adjusted_reading l left join lateral (
                select r.revision, r.adjustment from reading r where r.datastream = l.datastream and r.time = l.time
                order by r.revision desc limit 1
            ) as newest on true
            where l.adjustment = :adjustment
            """;

    private static final String SUPERSEDED =
            "newest.revision > l.original and newest.adjustment is distinct from l.adjustment";

    private static final String PAGE = "select l.*, coalesce(" + SUPERSEDED + ", false) as superseded " + FROM
            + "and l.number > :after order by l.number limit :limit";

    private final Jdbi jdbi;

    AdjustedReadings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Handle transaction, UUID adjustment, List<AdjustedReading> readings) {
        PreparedBatch batch = transaction.prepareBatch("""
                insert into adjusted_reading (adjustment, number, datastream, time, original, original_value,
                    original_status, unit, value, status, flags)
                values (:adjustment, :number, :datastream, :time, :original, :originalValue, :originalStatus, :unit, :value,
                    :status, :flags)""");
        for (AdjustedReading reading : readings) {
            batch.bind("adjustment", adjustment)
                    .bindMethods(reading)
                    .bind("flags", reading.flags().toArray(String[]::new))
                    .add();
        }
        batch.execute();
    }

    /** Those after a number, in order of time. */
    List<AdjustedReading> after(UUID adjustment, int after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("adjustment", adjustment)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> reading(row))
                .list());
    }

    /** How many of an adjustment's readings somebody else has revised since. */
    long superseded(UUID adjustment) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) " + FROM + "and " + SUPERSEDED)
                .bind("adjustment", adjustment)
                .mapTo(Long.class)
                .one());
    }

    private static AdjustedReading reading(ResultSet row) throws SQLException {
        return new AdjustedReading(
                row.getInt("number"),
                row.getLong("datastream"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getInt("original"),
                row.getBigDecimal("original_value"),
                row.getString("original_status"),
                row.getString("unit"),
                row.getBigDecimal("value"),
                row.getString("status"),
                List.of((String[]) row.getArray("flags").getArray()),
                row.getBoolean("superseded"));
    }
}
