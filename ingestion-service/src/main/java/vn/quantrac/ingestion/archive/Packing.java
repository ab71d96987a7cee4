package vn.quantrac.ingestion.archive;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Compresses old telegrams: those of a station and day together, byte for byte. One replica at a time does it. */
@ApplicationScoped
public class Packing {
    /** PostgreSQL compresses larger ones well by itself. */
    private static final int LARGEST = 64 * 1024;

    private static final int FETCHED = 200;

    // Goes from one station to the next in the index, which is much shorter than to look at all telegrams.
    private static final String STATIONS = """
            with recursive known (station) as (
                (select station from telegram order by station limit 1)
                union all
                select (select t.station from telegram t where t.station > known.station order by t.station limit 1)
                from known where known.station is not null)
            select station from known where station is not null""";

    private static final String NEXT = """
            select received_at from telegram where station = :station and received_at >= :from
            order by received_at limit 1""";

    private static final String LOOSE = """
            select id, content from telegram
            where station = :station and received_at >= :from and received_at < :to
                and length(content) <= :largest
            order by received_at, id""";

    private final Jdbi jdbi;

    Packing(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Packs the days (UTC) that ended before an instant. */
    public void run(Instant before) {
        LocalDate end = before.atOffset(ZoneOffset.UTC).toLocalDate();
        for (String station : jdbi.withHandle(
                handle -> handle.createQuery(STATIONS).mapTo(String.class).list())) {
            Optional<LocalDate> day = next(station, lastPacked(station));
            while (day.isPresent() && day.get().isBefore(end)) {
                LocalDate today = day.get();
                jdbi.useTransaction(transaction -> pack(transaction, station, today));
                day = next(station, today.plusDays(1));
            }
        }
    }

    private LocalDate lastPacked(String station) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(max(day), date 'epoch') from telegram_pack where station = :station")
                .bind("station", station)
                .mapTo(LocalDate.class)
                .one());
    }

    private Optional<LocalDate> next(String station, LocalDate from) {
        return jdbi.withHandle(handle -> handle.createQuery(NEXT)
                .bind("station", station)
                .bind("from", start(from))
                .map((row, context) -> row.getObject(1, OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDate())
                .findOne());
    }

    private static void pack(Handle transaction, String station, LocalDate day) {
        boolean theOne = transaction
                .createQuery("select pg_try_advisory_xact_lock(hashtext('telegram_pack'))")
                .mapTo(Boolean.class)
                .one();
        if (!theOne) {
            return;
        }
        Pack pack = new Pack();
        try (Stream<Loose> loose = transaction
                .createQuery(LOOSE)
                .setFetchSize(FETCHED)
                .bind("station", station)
                .bind("from", start(day))
                .bind("to", start(day.plusDays(1)))
                .bind("largest", LARGEST)
                .map((row, context) -> new Loose(row.getObject("id", UUID.class), row.getBytes("content")))
                .stream()) {
            for (Loose telegram : (Iterable<Loose>) loose::iterator) {
                pack.add(telegram.id(), telegram.content());
                if (pack.isFull()) {
                    store(transaction, station, day, pack);
                    pack = new Pack();
                }
            }
        }
        if (!pack.isEmpty()) {
            store(transaction, station, day, pack);
        }
    }

    private record Loose(UUID id, byte[] content) {}

    private static void store(Handle transaction, String station, LocalDate day, Pack pack) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        transaction
                .createUpdate("""
                        insert into telegram_pack (id, station, day, content) values (:id, :station, :day, :content)""")
                .bind("id", id)
                .bind("station", station)
                .bind("day", day)
                .bind("content", pack.compressed())
                .execute();
        transaction
                .createUpdate("""
                        update telegram t
                        set content = null, pack = :pack, pack_from = p.starts, content_length = p.length
                        from unnest(:telegrams, :from, :lengths) as p (id, starts, length) where t.id = p.id""")
                .bind("pack", id)
                .bind("telegrams", pack.telegrams())
                .bind("from", pack.from())
                .bind("lengths", pack.lengths())
                .execute();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
