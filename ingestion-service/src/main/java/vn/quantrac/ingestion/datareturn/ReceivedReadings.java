package vn.quantrac.ingestion.datareturn;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Counts what came of a station. */
@ApplicationScoped
class ReceivedReadings {
    /** The value and status are those of the newest revision; in time is who came so first. */
    private static final String OF_DAY = """
            select d.id, d.parameter, count(distinct slot) as intervals,
                count(distinct slot) filter (where status = '00' and value is not null) as measuring,
                count(distinct slot) filter (where received_at <= time + :late * interval '1 microsecond') as on_time
            from datastream d join lateral (
                select newest.time, newest.status, newest.value, first.received_at,
                    ceil(extract(epoch from newest.time - :begin) / :interval) as slot
                from (
                    select distinct on (time) time, status, value from reading
                    where datastream = d.id and time > :begin and time <= :end order by time, revision desc
                ) as newest
                join reading first
                    on first.datastream = d.id and first.time = newest.time and first.revision = 0
            ) as r on true
            where d.station = :station group by d.id, d.parameter""";

    private final Jdbi jdbi;

    ReceivedReadings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** For every datastream of which something came. */
    List<Received> of(String station, Day day, Duration lateAfter) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_DAY)
                .bind("station", station)
                .bind("begin", Day.utc(day.begin()))
                .bind("end", Day.utc(day.end()))
                .bind("interval", day.interval().toSeconds())
                .bind("late", lateAfter.toNanos() / 1_000)
                .map((row, context) -> new Received(
                        row.getLong("id"),
                        row.getString("parameter"),
                        row.getInt("intervals"),
                        row.getInt("measuring"),
                        row.getInt("on_time")))
                .list());
    }
}
