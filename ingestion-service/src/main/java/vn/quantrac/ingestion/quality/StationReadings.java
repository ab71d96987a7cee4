package vn.quantrac.ingestion.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.query.Period;

/** The current values of a station that were measured with status 00. */
@ApplicationScoped
class StationReadings {
    private static final String SERIES = """
            select d.parameter, r.time, r.value, r.unit from datastream d cross join lateral (
                (select * from (
                    select distinct on (time) time, value, unit, status from reading
                    where datastream = d.id and time < :from order by time desc, revision desc) as newest
                where status = '00' and value is not null order by time desc limit :margin)
                union all
                (select * from (
                    select distinct on (time) time, value, unit, status from reading
                    where datastream = d.id and time >= :from and time < :to order by time, revision desc) as newest
                where status = '00' and value is not null)
                union all
                (select * from (
                    select distinct on (time) time, value, unit, status from reading
                    where datastream = d.id and time >= :to order by time, revision desc) as newest
                where status = '00' and value is not null order by time limit :margin)
            ) as r where d.station = :station order by d.parameter, r.time""";

    private final Jdbi jdbi;

    StationReadings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By parameter, in order of time; with so many values more before the period and after it. */
    Map<String, List<Measured>> of(String station, Period period, int margin) {
        return jdbi.withHandle(handle -> handle.createQuery(SERIES)
                .bind("station", station)
                .bind("from", period.begin())
                .bind("to", period.end())
                .bind("margin", margin)
                .reduceResultSet(new HashMap<>(), (series, row, context) -> {
                    series.computeIfAbsent(row.getString("parameter"), name -> new ArrayList<>())
                            .add(new Measured(
                                    row.getObject("time", OffsetDateTime.class).toInstant(),
                                    row.getBigDecimal("value"),
                                    row.getString("unit")));
                    return series;
                }));
    }
}
