package vn.quantrac.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.verdicts.AirQualityIndex;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;
import vn.quantrac.feeds.verdicts.Exceedance;
import vn.quantrac.feeds.verdicts.Mean;
import vn.quantrac.feeds.verdicts.VerdictMessages;

/** From readings to verdicts, over the real feeds, database and broker. Every test has stations of its own. */
@QuarkusTest
class JudgementIT extends OnFeeds {

    /** DOMAIN 1.3: of twelve values eight are of status 00, which is less than 75 %; a system that ignores status gives 72.375. */
    @Test
    void values_of_other_status_do_not_enter_the_mean_and_too_few_make_it_invalid() {
        facts.outfall(100, "T100", "COD");
        String[] values = {"60.1", "61.0", "62.4", "0", "0", "64.0", "65.2", "180", "175", "66.1", "66.9", "67.8"};
        String[] statuses = {"00", "00", "00", "02", "02", "00", "00", "01", "01", "00", "00", "00"};
        List<Reading> readings = new ArrayList<>();
        for (int n = 0; n < values.length; n++) {
            Instant time = MIDNIGHT.plus(Facts.INTERVAL.multipliedBy(n + 1L));
            readings.add(Facts.reading(100, "T100", "COD", time, values[n], statuses[n], 0));
        }
        facts.say(readings);
        judged.await();

        assertThat(means("T100", Averaging.HOUR)).singleElement().satisfies(mean -> {
            assertThat(mean.value()).isEqualByComparingTo("64.1875");
            assertThat(mean.count()).isEqualTo(8);
            assertThat(mean.expected()).isEqualTo(12);
            assertThat(mean.valid()).isFalse();
            assertThat(mean.end()).isEqualTo(MIDNIGHT.plus(HOUR));
        });
    }

    @Test
    void an_hour_is_judged_when_it_is_over_and_not_before() {
        facts.outfall(110, "T110", "COD");
        facts.say(Facts.readings(110, "T110", "COD", MIDNIGHT, MIDNIGHT.plus(Duration.ofMinutes(55)), "50"));
        judged.await();
        assertThat(means("T110", Averaging.HOUR)).isEmpty();

        // The last reading of the hour never comes; one of the next hour tells that it is over.
        facts.say(List.of(Facts.reading(110, "T110", "COD", MIDNIGHT.plus(Duration.ofMinutes(65)), "50")));
        judged.await();
        assertThat(means("T110", Averaging.HOUR)).singleElement().satisfies(mean -> {
            assertThat(mean.count()).isEqualTo(11);
            assertThat(mean.valid()).isTrue();
        });
    }

    @Test
    void a_reading_without_value_is_not_zero() {
        facts.outfall(120, "T120", "COD");
        List<Reading> readings = new ArrayList<>(
                Facts.readings(120, "T120", "COD", MIDNIGHT, MIDNIGHT.plus(Duration.ofMinutes(55)), "50"));
        readings.add(Facts.reading(120, "T120", "COD", MIDNIGHT.plus(HOUR), null));
        facts.say(readings);
        judged.await();

        assertThat(means("T120", Averaging.HOUR)).singleElement().satisfies(mean -> {
            assertThat(mean.value()).isEqualByComparingTo("50");
            assertThat(mean.count()).isEqualTo(11);
        });
    }

    @Test
    void a_day_above_the_limit_opens_an_episode_and_the_next_compliant_day_closes_it() {
        facts.outfall(130, "T130", "COD");
        facts.say(Facts.readings(130, "T130", "COD", MIDNIGHT, MIDNIGHT.plus(DAY), "90"));
        judged.await();
        assertThat(exceedances("T130")).singleElement().satisfies(episode -> {
            assertThat(episode.max()).isEqualByComparingTo("81.0");
            assertThat(episode.openedAt()).isEqualTo(MIDNIGHT);
            assertThat(episode.closedAt()).isNull();
            assertThat(episode.peakRatio()).isEqualByComparingTo("1.111111");
        });

        facts.say(Facts.readings(130, "T130", "COD", MIDNIGHT.plus(DAY), MIDNIGHT.plus(DAY.multipliedBy(2)), "81"));
        judged.await();
        assertThat(exceedances("T130")).singleElement().satisfies(episode -> assertThat(episode.closedAt())
                .isEqualTo(MIDNIGHT.plus(DAY.multipliedBy(2))));
    }

    @Test
    void revised_readings_withdraw_an_exceedance_and_what_was_said_stays_in_the_feed() {
        facts.outfall(140, "T140", "COD");
        List<Reading> day = Facts.readings(140, "T140", "COD", MIDNIGHT, MIDNIGHT.plus(DAY), "90");
        facts.say(day);
        judged.await();
        assertThat(exceedances("T140")).hasSize(1);

        facts.say(day.stream()
                .map(reading -> Facts.reading(140, "T140", "COD", reading.time(), "60", "00", 1))
                .toList());
        judged.await();

        assertThat(exceedances("T140")).singleElement().satisfies(episode -> {
            assertThat(episode.withdrawn()).isTrue();
            assertThat(episode.revision()).isPositive();
        });
        assertThat(judged.said(VerdictMessages.EXCEEDANCE, "T140", Exceedance.class)
                        .get(0)
                        .withdrawn())
                .isFalse();
        assertThat(means("T140", Averaging.DAY)).singleElement().satisfies(mean -> assertThat(mean.value())
                .isEqualByComparingTo("60"));
    }

    @Test
    void readings_that_come_before_their_registry_entry_are_judged_when_it_comes() {
        facts.say(Facts.readings(150, "T150", "COD", MIDNIGHT, MIDNIGHT.plus(DAY), "90"));
        judged.await();
        assertThat(means("T150", Averaging.DAY)).hasSize(1);
        assertThat(exceedances("T150")).isEmpty();

        facts.outfall(150, "T150", "COD");
        judged.await();
        assertThat(exceedances("T150")).singleElement().satisfies(episode -> assertThat(episode.openedAt())
                .isEqualTo(MIDNIGHT));
    }

    @Test
    void a_corrected_permit_changes_the_limit_and_what_was_judged_by_it() {
        facts.outfall(160, "T160", "COD");
        facts.say(Facts.readings(160, "T160", "COD", MIDNIGHT, MIDNIGHT.plus(DAY), "90"));
        judged.await();
        assertThat(exceedances("T160")).hasSize(1);

        // Column B: 150 × 1.2 × 0.9 = 162.
        facts.source(
                "S-T160",
                Medium.WASTEWATER,
                Facts.permit("QCVN 40:2011/BTNMT", "B", "8000", LocalDate.of(2020, 1, 15)));
        judged.await();
        assertThat(exceedances("T160")).singleElement().satisfies(episode -> assertThat(episode.withdrawn())
                .isTrue());
        assertThat(judged.current(VerdictMessages.APPLIED_LIMIT, "T160", AppliedLimit.class)
                        .values())
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.max()).isEqualByComparingTo("162");
                    assertThat(limit.basis()).isEqualTo("150 × Kq 1.2 × Kf 0.9");
                });
    }

    /** Decision 1459/QĐ-TCMT: PM2.5 of twelve hours, O3 136.1 and NO2 118.7 in the last. */
    @Test
    void the_index_of_the_decisions_example_follows_from_five_minute_readings() {
        facts.station("T170", Medium.AMBIENT_AIR, null, null);
        facts.datastream(170, "T170", "PM2,5");
        facts.datastream(171, "T170", "O3");
        facts.datastream(172, "T170", "NO2");
        String[] oldestFirst = "26.9 24.7 20.5 23.5 19.5 16.5 19.0 16.5 20.3 22.4 19.6 20.6".split(" ");
        Instant last = MIDNIGHT.plus(HOUR.multipliedBy(12));
        for (int n = 0; n < oldestFirst.length; n++) {
            Instant start = MIDNIGHT.plus(HOUR.multipliedBy(n));
            facts.say(Facts.readings(170, "T170", "PM2,5", start, start.plus(HOUR), oldestFirst[n]));
        }
        facts.say(Facts.readings(171, "T170", "O3", last.minus(HOUR), last, "136.1"));
        facts.say(Facts.readings(172, "T170", "NO2", last.minus(HOUR), last, "118.7"));
        judged.await();

        Map<Instant, AirQualityIndex> indices =
                judged.current(VerdictMessages.AIR_QUALITY_INDEX, "T170", AirQualityIndex.class).values().stream()
                        .collect(Collectors.toMap(AirQualityIndex::end, index -> index));
        assertThat(indices.get(last).value()).isEqualTo(59);
        assertThat(indices.get(last).indices())
                .containsExactlyInAnyOrderEntriesOf(Map.of("PM2,5", 41, "O3", 43, "NO2", 59));
        assertThat(indices.get(MIDNIGHT.plus(HOUR)))
                .as("one hour of three is too few")
                .isNull();
        assertThat(indices.get(MIDNIGHT.plus(HOUR.multipliedBy(2)))).isNotNull();
    }

    /**
     * Three days of a station in order, once as they are and once as a bad line delivers them: shuffled, in pieces of
     * any size, many twice, some first with a wrong value and corrected later. What stands in the end must be equal.
     */
    @Test
    void the_order_in_which_readings_come_does_not_matter() {
        for (int seed = 1; seed <= 3; seed++) {
            long plain = 1_000 + 10L * seed;
            long mixed = plain + 1;
            String plainStation = "T" + plain;
            String mixedStation = "T" + mixed;
            facts.outfall(plain, plainStation, "COD");
            facts.outfall(mixed, mixedStation, "COD");
            Random random = new Random(seed);
            List<Reading> inOrder = new ArrayList<>();
            List<Reading> delivered = new ArrayList<>();
            for (Reading reading :
                    Facts.readings(plain, plainStation, "COD", MIDNIGHT, MIDNIGHT.plus(DAY.multipliedBy(3)), "0")) {
                if (random.nextInt(20) == 0) {
                    continue;
                }
                String value = Integer.toString(70 + random.nextInt(25)) + "." + random.nextInt(10);
                String status = random.nextInt(12) == 0 ? "01" : "00";
                inOrder.add(Facts.reading(plain, plainStation, "COD", reading.time(), value, status, 0));
                boolean corrected = random.nextInt(8) == 0;
                if (corrected) {
                    delivered.add(Facts.reading(mixed, mixedStation, "COD", reading.time(), "500", "00", 0));
                }
                Reading last =
                        Facts.reading(mixed, mixedStation, "COD", reading.time(), value, status, corrected ? 1 : 0);
                delivered.add(last);
                if (random.nextInt(6) == 0) {
                    delivered.add(last);
                }
            }
            Collections.shuffle(delivered, random);
            facts.say(inOrder);
            for (int from = 0; from < delivered.size(); ) {
                int to = Math.min(delivered.size(), from + 1 + random.nextInt(120));
                facts.say(delivered.subList(from, to));
                from = to;
                judged.await();
            }
            judged.await();

            assertThat(standing(mixedStation)).as("seed %d", seed).isNotEmpty().isEqualTo(standing(plainStation));
        }
    }

    private Map<String, String> standing(String station) {
        Map<String, String> standing = new TreeMap<>();
        for (Mean mean :
                judged.current(VerdictMessages.MEAN, station, Mean.class).values()) {
            standing.put(
                    mean.averaging().code() + " " + mean.end(),
                    plain(mean.value()) + " " + mean.count() + "/" + mean.expected() + " " + mean.valid());
        }
        exceedances(station).stream()
                .filter(episode -> !episode.withdrawn())
                .forEach(episode -> standing.put(
                        "exceedance " + episode.openedAt(),
                        episode.lastAt() + " " + episode.closedAt() + " " + episode.intervals() + " "
                                + plain(episode.peak())));
        return standing;
    }

    private static String plain(BigDecimal value) {
        return value == null ? "-" : value.stripTrailingZeros().toPlainString();
    }

    private List<Mean> means(String station, Averaging averaging) {
        return judged.current(VerdictMessages.MEAN, station, Mean.class).values().stream()
                .filter(mean -> mean.averaging() == averaging)
                .toList();
    }

    private List<Exceedance> exceedances(String station) {
        return List.copyOf(judged.current(VerdictMessages.EXCEEDANCE, station, Exceedance.class)
                .values());
    }
}
