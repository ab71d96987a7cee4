package vn.quantrac.compliance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import vn.quantrac.compliance.Facts;
import vn.quantrac.compliance.Judged;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.FeedServer;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.RegistryEntry;
import vn.quantrac.feeds.registry.RegistryMessages;
import vn.quantrac.feeds.verdicts.Exceedance;
import vn.quantrac.feeds.verdicts.VerdictMessages;

/** Readings and a change of their limit arrive at the same time, on the threads of the two followers. */
@QuarkusTest
class TwoJudgesIT {
    private static final String STATION = "W11000";
    private static final String SOURCE = "S-" + STATION;
    private static final Instant MIDNIGHT = Instant.parse("2026-10-31T17:00:00Z");

    FeedServer feeds;

    @Inject
    Jdbi jdbi;

    @Inject
    ReadingsEffect readingsEffect;

    @Inject
    RegistryEffect registryEffect;

    @Test
    void the_second_judge_sees_what_the_first_has_judged() throws Exception {
        Facts facts = new Facts(feeds);
        Judged judged = new Judged(jdbi, feeds);
        facts.parametersAreKnown();
        facts.outfall(11_000, STATION, "COD");
        judged.await();
        List<Reading> day = Facts.readings(11_000, STATION, "COD", MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)), "90");
        List<FeedEvent> readings = day.stream()
                .map(reading -> feeds.event("readings", Reading.TYPE, "11000/" + reading.time(), reading))
                .toList();
        List<FeedEvent> permitOfColumnB =
                List.of(feeds.event("registry", RegistryMessages.DISCHARGE_SOURCE, SOURCE, columnB()));

        CompletableFuture<Void> second;
        try (Handle first = jdbi.open()) {
            first.begin();
            readingsEffect.apply(first, readings);
            second = CompletableFuture.runAsync(
                    () -> jdbi.useTransaction(handle -> registryEffect.apply(handle, permitOfColumnB)));
            Judged.awaitThat(this::somebodyWaits);
            first.commit();
        }
        second.get(30, TimeUnit.SECONDS);
        assertThat(standing(judged))
                .as("90 is above 81, the old limit, and below 162, the new one")
                .isEmpty();

        // And as the feeds say it, so that whoever follows them from zero comes to the same.
        facts.say(day);
        facts.entry(
                RegistryMessages.DISCHARGE_SOURCE,
                SOURCE,
                columnB().periods().get(0).value());
        judged.await();
        assertThat(standing(judged)).isEmpty();
    }

    private static RegistryEntry<DischargeSource> columnB() {
        DischargeSource source = new DischargeSource(
                SOURCE,
                SOURCE,
                "GIAY",
                "Giấy",
                Medium.WASTEWATER,
                null,
                null,
                null,
                Facts.permit("QCVN 40:2011/BTNMT", "B", "8000", LocalDate.of(2020, 1, 15)));
        return new RegistryEntry<>(SOURCE, List.of(new Effective<>(Facts.SINCE, null, source)));
    }

    private boolean somebodyWaits() {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock')")
                .mapTo(Boolean.class)
                .one());
    }

    private static List<Exceedance> standing(Judged judged) {
        return judged.current(VerdictMessages.EXCEEDANCE, STATION, Exceedance.class).values().stream()
                .filter(episode -> !episode.withdrawn())
                .toList();
    }
}
