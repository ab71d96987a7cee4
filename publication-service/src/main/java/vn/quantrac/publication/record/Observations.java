package vn.quantrac.publication.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The table {@code observation}, as the public reads it: current revisions only. */
@ApplicationScoped
public class Observations {
    private final Jdbi jdbi;

    Observations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Current readings of these datastreams from one instant to another, both included; datastream by datastream. */
    public List<Observation> read(Collection<Long> datastreams, Instant from, Instant to, Place after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select o.*, d.station, d.parameter from (
                            select distinct on (datastream, time) * from observation
                            where datastream = any(:datastreams) and time between :from and :to
                                and (datastream, time) > (:datastream, :time)
                            order by datastream, time, revision desc
                            limit :limit) o
                        join datastream d on d.id = o.datastream
                        order by o.datastream, o.time""")
                .bindArray("datastreams", Long.class, datastreams)
                .bind("from", from)
                .bind("to", to)
                .bind("datastream", after.datastream())
                .bind("time", after.time())
                .bind("limit", limit)
                .map((row, context) -> observation(row))
                .list());
    }

    /** A row of {@code observation} joined with {@code datastream}. */
    public static Observation observation(ResultSet row) throws SQLException {
        return new Observation(
                row.getLong("datastream"),
                row.getString("station"),
                row.getString("parameter"),
                row.getTimestamp("time").toInstant(),
                row.getBigDecimal("value"),
                row.getString("unit"),
                row.getString("status"),
                Arrays.asList((String[]) row.getArray("flags").getArray()),
                row.getInt("revision"),
                row.getTimestamp("received_at").toInstant());
    }
}
