package vn.quantrac.ingestion.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import vn.quantrac.ingestion.reading.NewReading;
import vn.quantrac.ingestion.reading.Understood;

/** The monthly partitions of the readings, made in transactions of their own before they are needed. */
@ApplicationScoped
class Partitions {
    private static final int MONTHS_AHEAD = 2;

    private final Jdbi jdbi;
    private final Set<YearMonth> made = ConcurrentHashMap.newKeySet();

    Partitions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void ensure(List<Understood> telegrams) {
        Stream<YearMonth> needed = telegrams.stream()
                .flatMap(telegram -> telegram.readings().stream())
                .map(NewReading::time)
                .map(Partitions::month);
        YearMonth now = month(Instant.now());
        Stream<YearMonth> ahead =
                Stream.iterate(now, month -> month.plusMonths(1)).limit(MONTHS_AHEAD + 1L);
        Stream.concat(needed, ahead)
                .distinct()
                .filter(month -> !made.contains(month))
                .forEach(this::make);
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(ZoneOffset.UTC));
    }

    private void make(YearMonth month) {
        jdbi.useHandle(handle -> handle.createQuery("select reading_partition(:start)")
                .bind("start", month.atDay(1).atStartOfDay(ZoneOffset.UTC).toOffsetDateTime())
                .mapTo(String.class)
                .findOne());
        made.add(month);
    }
}
