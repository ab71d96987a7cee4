package vn.quantrac.ingestion.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.query.Period;
import vn.quantrac.ingestion.registry.Registry;

/** Finds events in what is stored; nothing of them is. */
@ApplicationScoped
class StationEvents {
    /**
     * Readings of one telegram are one event. A gap is longer than one and a half intervals, so that a logger whose clock
     * drifts by seconds has none.
     */
    private static final String EVENTS = """
            with said as (
                select d.parameter, r.time, r.revision, r.status, r.flags, r.received_at, r.telegram, r.adjustment,
                    r.revision = max(r.revision) over (partition by r.datastream, r.time) as current
                from datastream d join reading r on r.datastream = d.id
                where d.station = :station and r.time >= :from and r.time < :to
            ), following as (
                select parameter, time, lag(time) over (partition by parameter order by time) as previous
                from said where revision = 0
            ), event as (
                select 'revised' as type, parameter, min(time) as first, max(time) as last, count(*) as readings,
                    received_at, telegram, null::uuid as adjustment
                from said where revision > 0 and adjustment is null group by parameter, received_at, telegram
                union all
                select 'late', parameter, min(time), max(time), count(*), received_at, telegram, null
                from said where adjustment is null and 'late' = any(flags) group by parameter, received_at, telegram
                union all
                select 'clock-suspect', parameter, min(time), max(time), count(*), received_at, telegram, null
                from said where adjustment is null and 'clock_suspect' = any(flags)
                group by parameter, received_at, telegram
                union all
                select case when 'adjusted' = any(flags) then 'adjusted' else 'withdrawn' end, parameter, min(time),
                    max(time), count(*), received_at, null, adjustment
                from said where adjustment is not null group by 1, parameter, received_at, adjustment
                union all
                select 'gap', parameter, previous, time,
                    round(extract(epoch from time - previous) / :interval)::bigint - 1, null, null, null
                from following where extract(epoch from time - previous) > 1.5 * :interval
                union all
                select 'calibrating-long', parameter, min(time), max(time), count(*), null, null, null
                from said where current and status = '01'
                group by parameter, date_trunc('day', (time - interval '1 microsecond') at time zone :zone)
                having count(*) * :interval > :calibrating
                union all
                select 'clock-ahead', null, received_at, received_at, count(*), received_at, telegram, null
                from quarantine
                where station = :station and reason = 'future-time' and received_at >= :from and received_at < :to
                group by received_at, telegram
            )
            select * from event
            where (:type::text is null or type = :type)
                and (first, type, coalesce(parameter, ''), coalesce(telegram, adjustment, uuid_nil))
                    > (:afterTime, :afterType, :afterParameter, :afterId)
            order by first, type, coalesce(parameter, ''), coalesce(telegram, adjustment, uuid_nil) limit :limit""".replace("uuid_nil", "uuid '00000000-0000-0000-0000-000000000000'");

    private final Jdbi jdbi;
    private final Registry registry;
    private final EventConfig config;
    private final ZoneId zone;

    StationEvents(
            Jdbi jdbi,
            Registry registry,
            EventConfig config,
            @ConfigProperty(name = "quantrac.time-zone", defaultValue = "Asia/Ho_Chi_Minh") ZoneId zone) {
        this.jdbi = jdbi;
        this.registry = registry;
        this.config = config;
        this.zone = zone;
    }

    /**
     * Those within a period after another one, in order of time.
     *
     * @param type only these; null for all
     */
    List<StationEvent> of(String station, Period period, EventType type, AfterEvent after, int limit) {
        Duration interval = registry.current().interval(station, period.to());
        return jdbi.withHandle(handle -> handle.createQuery(EVENTS)
                .bind("station", station)
                .bind("from", period.begin())
                .bind("to", period.end())
                .bind("interval", interval.toSeconds())
                .bind("calibrating", config.longestCalibration().toSeconds())
                .bind("zone", zone.getId())
                .bind("type", type == null ? null : type.slug())
                .bind("afterTime", after.at())
                .bind("afterType", after.type())
                .bind("afterParameter", after.parameter())
                .bind("afterId", after.id())
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list());
    }

    private static StationEvent event(ResultSet row) throws SQLException {
        return new StationEvent(
                row.getString("type"),
                row.getString("parameter"),
                instant(row, "first"),
                instant(row, "last"),
                row.getLong("readings"),
                instant(row, "received_at"),
                row.getObject("telegram", UUID.class),
                row.getObject("adjustment", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
