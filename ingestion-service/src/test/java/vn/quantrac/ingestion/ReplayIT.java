package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.quantrac.ingestion.RegistryFixture.AIR;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.DemoTokens;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.RegistryMessages;
import vn.quantrac.feeds.registry.Station;
import vn.quantrac.ingestion.registry.Registry;

/** What comes out of quarantine after the registry was corrected. Every test has a station of its own. */
@QuarkusTest
@RealParts
class ReplayIT {
    private static final AtomicInteger STATIONS = new AtomicInteger();

    @Inject
    Intaken intaken;

    @Inject
    Registrar registrar;

    @Inject
    Registry registry;

    private final String operator = DemoTokens.of("operator");
    private final int number = STATIONS.incrementAndGet();
    private final String station = "HG_MOIX_NUO%03d".formatted(number);
    private final long cod = 5_000 + 10L * number;
    private final Instant time = SampleTimes.next();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void an_unknown_station_is_read_again_when_it_is_registered_and_what_is_still_unknown_stays() throws Exception {
        send(Tt10.text(time, "COD→5→mg/L", "XYZ→1→mg/L", "pH→7→kg", "garbage"))
                .body("refusals.reason", contains("unknown-station"));
        replay("").body("stored", equalTo(0)).body("remaining", equalTo(1)).body("accepted", equalTo(0));
        register();
        replay("")
                .body("telegrams", equalTo(1))
                .body("stored", equalTo(1))
                .body("remaining", equalTo(0))
                .body("accepted", equalTo(1))
                .body("next", nullValue());
        assertThat(intaken.revisions(cod, time)).containsExactly("5 00");
        quarantine("open=true")
                .body("items.reason", containsInAnyOrder("unknown-parameter", "unknown-parameter", "bad-line"))
                .body("items.text[0]", equalTo(Tt10.text(time, "XYZ→1→mg/L").replace("\n", "")));
        quarantine("open=false")
                .body("items.reason", contains("unknown-station"))
                .body("items.resolution.as", contains("stored"))
                .body("items.resolution.operator", contains("operator"))
                .body("items[0].resolution.at", notNullValue())
                .body("items[0].resolution.replay", notNullValue());
        replay("").body("stored", equalTo(0)).body("remaining", equalTo(3)).body("accepted", equalTo(0));
        assertThat(intaken.telegrams(station)).isEqualTo(1);
        intaken.mustBeWithoutGaps();
    }

    @Test
    void only_what_was_in_quarantine_is_read_again_and_what_was_sent_again_since_holds() throws Exception {
        register();
        Instant later = SampleTimes.next();
        send(Tt10.text(time, "COD→1→mg/L", "TSS→10→mg/L") + Tt10.text(later, "TSS→11→mg/L"))
                .body("accepted", equalTo(1));
        send(Tt10.text(time, "COD→2→mg/L")).body("revised", equalTo(1));
        registrar.add(new Datastream(cod + 1, station, "TSS", null, List.of()));
        Eventually.holds(() -> registry.current().series(station, "TSS", time).isPresent());
        send(Tt10.text(time, "TSS→20→mg/L")).body("accepted", equalTo(1));
        replay("")
                .body("stored", equalTo(1))
                .body("superseded", equalTo(1))
                .body("accepted", equalTo(1))
                .body("revised", equalTo(0))
                .body("duplicate", equalTo(0));
        assertThat(intaken.revisions(cod, time)).containsExactly("1 00", "2 00");
        assertThat(intaken.revisions(cod + 1, time)).containsExactly("20 00");
        assertThat(intaken.revisions(cod + 1, later)).containsExactly("11 00");
        quarantine("open=false").body("items.resolution.as", contains("superseded", "stored"));
        intaken.mustBeWithoutGaps();
    }

    @Test
    void what_was_sent_after_the_stored_reading_becomes_its_revision() throws Exception {
        register();
        send(Tt10.text(time, "COD→1→mg/L")).body("accepted", equalTo(1));
        send(Tt10.text(time, "NhuCauOxy→2→mg/L", "NhuCauOxy→3→mg/L")).body("quarantined", equalTo(2));
        registrar.add(new Datastream(cod, station, "COD", null, List.of("NhuCauOxy")));
        Eventually.holds(
                () -> registry.current().series(station, "NhuCauOxy", time).isPresent());
        replay("").body("stored", equalTo(2)).body("revised", equalTo(2));
        assertThat(intaken.revisions(cod, time)).containsExactly("1 00", "2 00", "3 00");
    }

    @Test
    void two_operators_at_once_store_everything_once() throws Exception {
        for (int i = 0; i < 60; i++) {
            send(Tt10.text(time.minusSeconds(300L * i), "COD→" + i + "→mg/L"));
        }
        register();
        List<CompletableFuture<ValidatableResponse>> replays = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            replays.add(CompletableFuture.supplyAsync(() -> replay("")));
        }
        int stored = 0;
        int accepted = 0;
        for (CompletableFuture<ValidatableResponse> replay : replays) {
            stored += replay.get().extract().<Integer>path("stored");
            accepted += replay.get().extract().<Integer>path("accepted");
        }
        assertThat(stored).isEqualTo(60);
        assertThat(accepted).isEqualTo(60);
        assertThat(intaken.revisions(cod, time)).containsExactly("0 00");
        intaken.mustBeWithoutGaps();
    }

    @Test
    void a_replay_goes_on_where_the_last_one_stopped() throws Exception {
        for (int i = 0; i < 5; i++) {
            send(Tt10.text(time.minusSeconds(300L * i), "COD→" + i + "→mg/L"));
        }
        register();
        String next = replay("&limit=3&reason=unknown-station")
                .body("stored", equalTo(3))
                .extract()
                .path("next");
        post(next).body("stored", equalTo(2)).body("next", nullValue());
        post(next).body("telegrams", equalTo(0)).body("stored", equalTo(0));
        replay("&reason=bad-line").body("telegrams", equalTo(0));
    }

    @Test
    void a_file_of_another_station_does_not_become_this_ones_by_a_replay() {
        given().auth()
                .oauth2(operator)
                .contentType("application/octet-stream")
                .body(Tt10.text(time, "PM10→5→ug/m3", "COD→5→mg/L").getBytes(StandardCharsets.UTF_8))
                .post("/api/ingestion/v1/stations/{code}/uploads?name={name}", PAPER_MILL, Tt10.fileName(AIR, time))
                .then()
                .statusCode(200)
                .body("refusals.reason", contains("foreign-station"));
        post("/api/ingestion/v1/quarantine/replay?reason=foreign-station&station=" + PAPER_MILL)
                .body("stored", equalTo(0));
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).isEmpty();
    }

    @Test
    void only_operators_replay_and_parameters_have_to_be_some() {
        for (String caller : List.of("facility", "ministry")) {
            given().auth()
                    .oauth2(DemoTokens.of(caller))
                    .post("/api/ingestion/v1/quarantine/replay")
                    .then()
                    .statusCode(403);
        }
        for (String query : List.of("limit=0", "after=x")) {
            given().auth()
                    .oauth2(operator)
                    .post("/api/ingestion/v1/quarantine/replay?" + query)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/bad-parameter"));
        }
    }

    /** The station with its COD. */
    private void register() throws Exception {
        registrar.say(RegistryFixture.entry(
                RegistryMessages.STATION,
                station,
                new Station("x", "x", Medium.WASTEWATER, 9.9, 105.8, "x", null, null, List.of(), 300)));
        registrar.add(new Datastream(cod, station, "COD", null, List.of()));
        Eventually.holds(() -> registry.current().stationCode(station, time).isPresent()
                && registry.current().series(station, "COD", time).isPresent());
    }

    private ValidatableResponse send(String text) {
        return given().auth()
                .oauth2(operator)
                .contentType("text/plain")
                .body(text)
                .post("/api/ingestion/v1/stations/{code}/telegrams", station)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse replay(String more) {
        return post("/api/ingestion/v1/quarantine/replay?station=" + station + more);
    }

    private ValidatableResponse post(String path) {
        return given().auth()
                .oauth2(operator)
                .urlEncodingEnabled(false)
                .post(path)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse quarantine(String query) {
        return given().auth()
                .oauth2(operator)
                .get("/api/ingestion/v1/quarantine?station=" + station + "&" + query)
                .then()
                .statusCode(200);
    }
}
