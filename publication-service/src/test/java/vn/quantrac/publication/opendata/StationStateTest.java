package vn.quantrac.publication.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quantrac.publication.record.Latest;
import vn.quantrac.publication.verdict.Episode;
import vn.quantrac.publication.verdict.Index;

class StationStateTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:07:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Instant NEWEST = Instant.parse("2026-11-24T03:05:00Z");
    private static final Instant EARLIER = Instant.parse("2026-11-23T20:00:00Z");

    @Test
    void a_station_without_readings_has_no_data() {
        assertThat(state(List.of(), List.of(), true, null).state()).isEqualTo("no-data");
    }

    @Test
    void a_station_is_offline_when_an_interval_and_a_quarter_of_an_hour_have_passed() {
        Latest late = latest("00", NOW.minusSeconds(300 + 900 + 1), EARLIER);
        assertThat(state(List.of(late), List.of(), true, null))
                .extracting(StationState::state, StationState::since)
                .containsExactly("offline", late.time());
        Latest inTime = latest("00", NOW.minusSeconds(300 + 900), EARLIER);
        assertThat(state(List.of(inTime), List.of(), true, null).state()).isEqualTo("good");
    }

    @Test
    void an_exceedance_says_more_than_a_fault() {
        StationState state = state(List.of(latest("02", NEWEST, EARLIER)), List.of(episode(EARLIER, null)), true, null);
        assertThat(state.state()).isEqualTo("exceeded");
        assertThat(state.since()).isEqualTo(EARLIER);
    }

    @Test
    void a_fault_of_one_parameter_is_the_stations_and_a_calibration_too() {
        Latest good = latest("00", NEWEST, EARLIER);
        assertThat(state(List.of(good, latest("02", NEWEST, NEWEST)), List.of(), true, null))
                .extracting(StationState::state, StationState::since)
                .containsExactly("fault", NEWEST);
        assertThat(state(List.of(good, latest("01", NEWEST, NEWEST)), List.of(), true, null)
                        .state())
                .isEqualTo("calibration");
        assertThat(state(List.of(good, latest("17", NEWEST, NEWEST)), List.of(), true, null)
                        .state())
                .isEqualTo("fault");
    }

    @Test
    void a_station_within_limits_is_good_since_the_last_exceedance_ended() {
        Instant closed = EARLIER.plusSeconds(3600);
        assertThat(state(List.of(latest("00", NEWEST, EARLIER)), List.of(episode(EARLIER, closed)), true, null))
                .extracting(StationState::state, StationState::since)
                .containsExactly("good", closed);
    }

    @Test
    void nobody_is_called_good_whom_nothing_judges() {
        assertThat(state(List.of(latest("00", NEWEST, EARLIER)), List.of(), false, null)
                        .state())
                .isEqualTo("measuring");
    }

    @Test
    void an_index_gives_its_class_while_it_is_new() {
        List<Latest> latest = List.of(latest("00", NEWEST, EARLIER));
        assertThat(state(latest, List.of(), false, index(NOW.minusSeconds(420))))
                .extracting(StationState::state, StationState::colour, StationState::since)
                .containsExactly("moderate", "#ffff00", EARLIER);
        assertThat(state(latest, List.of(), false, index(NOW.minusSeconds(3 * 3600)))
                        .state())
                .isEqualTo("measuring");
    }

    private static StationState state(List<Latest> latest, List<Episode> episodes, boolean judged, Index index) {
        return StationState.of(300, latest, episodes, judged, Optional.ofNullable(index), CLOCK);
    }

    private static Latest latest(String status, Instant time, Instant since) {
        return new Latest(1, time, BigDecimal.ONE, "mg/L", status, List.of(), since);
    }

    private static Episode episode(Instant openedAt, Instant closedAt) {
        return new Episode(
                "1",
                "S",
                "COD",
                "QCVN 40:2011/BTNMT",
                "24h",
                null,
                BigDecimal.TEN,
                "mg/L",
                openedAt,
                openedAt,
                closedAt,
                1,
                BigDecimal.TEN,
                BigDecimal.ONE,
                0);
    }

    private static Index index(Instant end) {
        return new Index(
                "VN_AQI",
                "S",
                "1h",
                end,
                64,
                "moderate",
                "Trung bình",
                "Moderate",
                "#ffff00",
                "PM2,5",
                Map.of("PM2,5", 64),
                0,
                EARLIER);
    }
}
