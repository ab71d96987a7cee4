package vn.quantrac.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.RegistryMessages;
import vn.quantrac.feeds.verdicts.AirQualityIndex;
import vn.quantrac.feeds.verdicts.AppliedLimit;
import vn.quantrac.feeds.verdicts.Averaging;
import vn.quantrac.feeds.verdicts.Exceedance;
import vn.quantrac.feeds.verdicts.Mean;
import vn.quantrac.feeds.verdicts.VerdictMessages;

/** What the registry says late, corrects or takes back changes what was judged. */
@QuarkusTest
class RegistryChangeIT extends OnFeeds {

    @Test
    void an_index_follows_when_the_station_becomes_known() {
        hours(2_000, "R2000", "PM2,5", 3, "45");
        judged.await();
        assertThat(indices("R2000")).isEmpty();

        facts.station("R2000", Medium.AMBIENT_AIR, null, null);
        facts.datastream(2_000, "R2000", "PM2,5");
        judged.await();
        assertThat(indices("R2000").get(MIDNIGHT.plus(HOUR.multipliedBy(3))).value())
                .isEqualTo(90);
    }

    @Test
    void an_index_is_taken_back_when_the_station_turns_out_to_watch_no_air() {
        facts.station("R2010", Medium.AMBIENT_AIR, null, null);
        facts.datastream(2_010, "R2010", "PM2,5");
        hours(2_010, "R2010", "PM2,5", 3, "45");
        judged.await();
        assertThat(indices("R2010").values()).hasSize(2).allSatisfy(index -> assertThat(index.value())
                .isEqualTo(90));

        facts.station("R2010", Medium.STACK_GAS, null, null);
        judged.await();
        assertThat(indices("R2010").values()).hasSize(2).allSatisfy(index -> {
            assertThat(index.value()).isNull();
            assertThat(index.revision()).isEqualTo(1);
        });
    }

    @Test
    void a_pollutant_kept_in_milligrams_enters_the_index_in_micrograms() {
        facts.station("R2020", Medium.AMBIENT_AIR, null, null);
        facts.datastream(2_020, "R2020", "PM10");
        facts.datastream(2_021, "R2020", "CO");
        hours(2_020, "R2020", "PM10", 2, "10");
        hours(2_021, "R2020", "CO", 2, "8.25");
        judged.await();

        assertThat(indices("R2020").get(MIDNIGHT.plus(HOUR.multipliedBy(2))).indices())
                .containsExactlyInAnyOrderEntriesOf(Map.of("PM10", 10, "CO", 41));
    }

    @Test
    void hours_become_valid_when_the_station_turns_out_to_measure_twice_an_hour() {
        facts.outfall(2_030, "R2030", "COD");
        List<Reading> readings = new ArrayList<>();
        for (int n = 1; n <= 48; n++) {
            readings.add(Facts.reading(2_030, "R2030", "COD", MIDNIGHT.plus(Duration.ofMinutes(30L * n)), "90"));
        }
        facts.say(readings);
        judged.await();
        assertThat(means("R2030", Averaging.HOUR)).hasSize(24).noneMatch(Mean::valid);
        assertThat(exceedances("R2030")).isEmpty();

        facts.entry(
                RegistryMessages.STATION, "R2030", Facts.stationOf("R2030", Medium.WASTEWATER, "S-R2030", null, 1_800));
        judged.await();
        assertThat(means("R2030", Averaging.HOUR)).hasSize(24).allSatisfy(mean -> {
            assertThat(mean.valid()).isTrue();
            assertThat(mean.expected()).isEqualTo(2);
            assertThat(mean.revision()).isEqualTo(1);
        });
        assertThat(exceedances("R2030")).singleElement().satisfies(episode -> assertThat(episode.withdrawn())
                .isFalse());
    }

    @Test
    void a_datastream_that_is_taken_back_has_no_limit_and_no_exceedance() {
        facts.outfall(2_040, "R2040", "COD");
        facts.say(Facts.readings(2_040, "R2040", "COD", MIDNIGHT, MIDNIGHT.plus(DAY), "90"));
        judged.await();
        assertThat(exceedances("R2040")).hasSize(1);

        facts.withdraw(RegistryMessages.DATASTREAM, "R2040/COD");
        judged.await();
        assertThat(limits("R2040")).isNotEmpty().allMatch(AppliedLimit::withdrawn);
        assertThat(exceedances("R2040")).singleElement().satisfies(episode -> assertThat(episode.withdrawn())
                .isTrue());
        assertThat(means("R2040", Averaging.DAY)).as("what was measured stays").hasSize(1);
    }

    /** 50 × 1.0 × 1.0: a number that ends in zeros must come back from the database as it was. */
    @Test
    void what_stays_as_it_is_is_not_said_again() {
        facts.outfall(2_050, "R2050", "TSS", Facts.permit("QCVN 40:2011/BTNMT", "A", "3000", LocalDate.of(2020, 1, 1)));
        facts.say(Facts.readings(2_050, "R2050", "TSS", MIDNIGHT, MIDNIGHT.plus(DAY), "70"));
        judged.await();
        long said = judged.events().count();

        facts.source(
                "S-R2050",
                Medium.WASTEWATER,
                Facts.permit("QCVN 40:2011/BTNMT", "A", "3000", LocalDate.of(2020, 1, 2)));
        facts.station("R2050", Medium.WASTEWATER, "S-R2050", "GIAY");
        judged.await();
        assertThat(judged.events().count()).isEqualTo(said);
    }

    private void hours(long datastream, String station, String parameter, int count, String value) {
        facts.say(Facts.readings(
                datastream, station, parameter, MIDNIGHT, MIDNIGHT.plus(HOUR.multipliedBy(count)), value));
    }

    private Map<Instant, AirQualityIndex> indices(String station) {
        Map<Instant, AirQualityIndex> indices = new TreeMap<>();
        judged.current(VerdictMessages.AIR_QUALITY_INDEX, station, AirQualityIndex.class)
                .values()
                .forEach(index -> indices.put(index.end(), index));
        return indices;
    }

    private List<Mean> means(String station, Averaging averaging) {
        return judged.current(VerdictMessages.MEAN, station, Mean.class).values().stream()
                .filter(mean -> mean.averaging() == averaging)
                .toList();
    }

    private List<AppliedLimit> limits(String station) {
        return List.copyOf(judged.current(VerdictMessages.APPLIED_LIMIT, station, AppliedLimit.class)
                .values());
    }

    private List<Exceedance> exceedances(String station) {
        return List.copyOf(judged.current(VerdictMessages.EXCEEDANCE, station, Exceedance.class)
                .values());
    }
}
