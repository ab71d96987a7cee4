package vn.quantrac.publication.ministry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.publication.opendata.Period;

/** Counts what the ministry should hold. */
@ApplicationScoped
class Ledger {
    private final Jdbi jdbi;
    private final MinistryFeed feed;

    Ledger(Jdbi jdbi, MinistryFeed feed) {
        this.jdbi = jdbi;
        this.feed = feed;
    }

    Summary summary(Period period) {
        List<Summary.OfStation> stations = jdbi.withHandle(handle -> handle.createQuery("""
                        select d.station, sum(o.count) as count, sum(o.revisions) as revisions, sum(o.measuring) as measuring,
                            min(o.first) as first, max(o.last) as last
                        from (
                            select datastream, count(*) as count, count(*) filter (where revision > 0) as revisions,
                                count(*) filter (where status = '00') as measuring, min(cursor) as first, max(cursor) as last
                            from observation where time between :from and :to group by datastream) o
                        join datastream d on d.id = o.datastream
                        group by d.station order by d.station""")
                .bind("from", period.from())
                .bind("to", period.to())
                .map((row, context) -> new Summary.OfStation(
                        row.getString("station"),
                        row.getLong("count"),
                        row.getLong("revisions"),
                        row.getLong("measuring"),
                        row.getLong("first"),
                        row.getLong("last")))
                .list());
        long count = stations.stream().mapToLong(Summary.OfStation::count).sum();
        return new Summary(period.from(), period.to(), feed.head(), count, stations);
    }
}
