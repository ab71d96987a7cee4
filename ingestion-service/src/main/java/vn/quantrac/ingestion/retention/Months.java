package vn.quantrac.ingestion.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The months of readings as the database has them. */
@ApplicationScoped
class Months {
    private static final String LIST = """
            with kept as (
                select to_date(right(c.relname, 7), 'YYYY_MM') as month, c.oid, c.reltuples
                from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'reading'::regclass)
            select coalesce(k.month, r.month) as month, r.announced_at, r.dropped_at,
                coalesce(r.readings, nullif(k.reltuples, -1)::bigint) as readings,
                pg_total_relation_size(k.oid) as bytes
            from kept k full join reading_retention r on r.month = k.month
            order by 1""";

    // A replay of old quarantine may have made a month again that was dropped.
    private static final String ANNOUNCE = """
            insert into reading_retention (month, announced_at)
            select to_date(right(c.relname, 7), 'YYYY_MM') as month, :now
            from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'reading'::regclass and to_date(right(c.relname, 7), 'YYYY_MM') < :before
            on conflict (month) do update set announced_at = excluded.announced_at, dropped_at = null
                where reading_retention.dropped_at is not null
            returning month""";

    private final Jdbi jdbi;

    Months(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param announcedAt null for a month that is just kept */
    record Known(YearMonth month, Instant announcedAt, Instant droppedAt, Long readings, Long bytes) {}

    /** All of them, oldest first, also those that are dropped. */
    List<Known> all() {
        return jdbi.withHandle(handle -> handle.createQuery(LIST)
                .map((row, context) -> new Known(
                        month(row.getObject("month", LocalDate.class)),
                        instant(row.getObject("announced_at", OffsetDateTime.class)),
                        instant(row.getObject("dropped_at", OffsetDateTime.class)),
                        row.getObject("readings", Long.class),
                        row.getObject("bytes", Long.class)))
                .list());
    }

    long oldestCursor() {
        return jdbi.withHandle(OldestCursor::of);
    }

    void make(YearMonth month) {
        jdbi.useHandle(handle -> handle.createQuery("select reading_partition(:start)")
                .bind("start", month.atDay(1).atStartOfDay(ZoneOffset.UTC).toOffsetDateTime())
                .mapTo(String.class)
                .findOne());
    }

    /** Announces those that end before a month begins, and takes the announcement of later ones back. */
    void announce(Handle transaction, YearMonth before, Instant now) {
        List<YearMonth> announced = transaction
                .createQuery(ANNOUNCE)
                .bind("before", before.atDay(1))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, context) -> month(row.getObject("month", LocalDate.class)))
                .list();
        for (YearMonth month : announced) {
            transaction
                    .createUpdate("""
                            update reading_retention set readings = (select count(*) from %s)
                            where month = :month""".formatted(partition(month)))
                    .bind("month", month.atDay(1))
                    .execute();
        }
        transaction.createUpdate("""
                        delete from reading_retention
                        where dropped_at is null and last_cursor is null and month >= :before""").bind("before", before.atDay(1)).execute();
    }

    /** Those that were announced so long ago and are not dropped, oldest first. */
    List<YearMonth> announcedUntil(Handle transaction, Instant latest) {
        return transaction
                .createQuery("""
                        select month from reading_retention
                        where dropped_at is null and announced_at <= :latest order by month""")
                .bind("latest", latest.atOffset(ZoneOffset.UTC))
                .map((row, context) -> month(row.getObject("month", LocalDate.class)))
                .list();
    }

    /** Gives up after some seconds where somebody reads the month; then it is dropped another day. */
    void drop(Handle transaction, YearMonth month, Instant now) {
        transaction.execute("set local lock_timeout = '3s'");
        transaction
                .createUpdate("""
                        update reading_retention
                        set dropped_at = :now, (readings, last_cursor) =
                            (select count(*), greatest(reading_retention.last_cursor, max(cursor)) from %s)
                        where month = :month""".formatted(partition(month)))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("month", month.atDay(1))
                .execute();
        transaction.execute("drop table " + partition(month));
    }

    private static String partition(YearMonth month) {
        return "reading_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private static YearMonth month(LocalDate first) {
        return YearMonth.from(first);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
