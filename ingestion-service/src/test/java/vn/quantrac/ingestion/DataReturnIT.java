package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.STACK;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.DemoTokens;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.Effective;
import vn.quantrac.feeds.registry.Medium;
import vn.quantrac.feeds.registry.RegistryMessages;
import vn.quantrac.feeds.registry.Station;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.registry.Registry;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Telegram;

/** What a station owes and what came of it. */
@QuarkusTest
@RealParts
class DataReturnIT {
    private static final ZoneId ICT = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String STATION = "HG_DUNG_NUO001";
    private static final LocalDate DAY = LocalDate.now(ICT).minusDays(100);

    @Inject
    Intaken intaken;

    @Inject
    Intake intake;

    @Inject
    Registrar registrar;

    @Inject
    Registry registry;

    /** Measures pH for good, and COD since noon of the day. */
    @BeforeEach
    void stationIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
        registrar.say(RegistryFixture.entry(
                RegistryMessages.STATION,
                STATION,
                new Station("x", "x", Medium.WASTEWATER, 9.9, 105.8, "x", null, null, List.of(), 900)));
        registrar.add(new Datastream(7_001, STATION, "pH", null, List.of()));
        registrar.say(RegistryFixture.periods(
                RegistryMessages.DATASTREAM,
                STATION + "/COD",
                new Effective<>(at(DAY, 12, 0), null, new Datastream(7_002, STATION, "COD", null, List.of()))));
        Eventually.holds(
                () -> registry.current().series(STATION, "COD", at(DAY, 13, 0)).isPresent());
    }

    @Test
    void a_day_counts_what_is_owed_what_came_what_measured_and_what_was_in_time() throws Exception {
        // The reading of 0:00 belongs to the day before, that of 24:00 to the day itself.
        send(at(DAY, 0, 0), Duration.ofMinutes(1), "pH→7→-", "00");
        send(at(DAY, 0, 15), Duration.ofMinutes(5), "pH→7→-", "00");
        send(at(DAY, 0, 30), Duration.ofMinutes(6), "pH→7→-", "00");
        send(at(DAY, 24, 0), Duration.ofMinutes(1), "pH→7→-", "01");
        send(at(DAY, 13, 0), Duration.ofMinutes(1), "COD→5→mg/L", "00");
        // Twice within an interval; then one that came in time, and much later that it was none.
        send(at(DAY, 13, 5), Duration.ofMinutes(1), "COD→6→mg/L", "00");
        send(at(DAY, 13, 15), Duration.ofMinutes(1), "COD→6→mg/L", "00");
        send(at(DAY, 13, 30), Duration.ofMinutes(1), "COD→6→mg/L", "00");
        send(at(DAY, 13, 30), Duration.ofDays(1), "COD→---→mg/L", "00");
        dataReturn("operator", STATION, DAY, DAY, 200)
                .body("items.parameter", contains("COD", "pH"))
                .body("items.datastream", contains(7002, 7001))
                .body("items.expected", contains(49, 96))
                .body("items.received", contains(3, 3))
                .body("items.measuring", contains(2, 2))
                .body("items.onTime", contains(3, 2))
                .body("items[1].receivedPercent", equalTo(3.13f))
                .body("items[1].measuringPercent", equalTo(2.08f))
                .body("items[1].onTimePercent", equalTo(2.08f));
        dataReturn("operator", STATION, DAY.minusDays(1), DAY, 200)
                .body("items.day", contains(DAY.minusDays(1).toString(), DAY.toString(), DAY.toString()))
                .body("items.received", contains(1, 3, 3));
    }

    @Test
    void today_owes_what_is_over() {
        LocalDate today = LocalDate.now(ICT);
        dataReturn("operator", STATION, today, today.plusDays(1), 200)
                .body("items.findAll { it.day == '%s' }.size()".formatted(today.plusDays(1)), equalTo(0));
        dataReturn("operator", STATION, today, today, 200)
                .body("items.findAll { it.expected > 95 }.size()", lessThan(3));
    }

    @Test
    void others_do_not_see_it_and_days_have_to_be_some() {
        dataReturn("facility", PAPER_MILL, DAY, DAY, 200);
        dataReturn("facility", STACK, DAY, DAY, 403);
        dataReturn("ministry", STACK, DAY, DAY, 403);
        dataReturn("operator", "HG_NONE_NUO009", DAY, DAY, 404);
        dataReturn("operator", STATION, DAY, DAY.minusDays(1), 400);
        dataReturn("operator", STATION, DAY, DAY.plusDays(31), 400);
        dataReturn("operator", STATION, DAY, DAY.plusDays(30), 200);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atStartOfDay(ICT).plusHours(hour).plusMinutes(minute).toInstant();
    }

    /** As if it had come so much after it was measured. */
    private void send(Instant time, Duration after, String reading, String status) throws Exception {
        byte[] content = Tt10.line(time, reading, status).getBytes(StandardCharsets.UTF_8);
        intake.accept(Telegram.of(Door.FTP, STATION, null, content, time.plus(after)))
                .get(20, TimeUnit.SECONDS);
    }

    private static ValidatableResponse dataReturn(
            String caller, String station, LocalDate from, LocalDate to, int status) {
        return given().auth()
                .oauth2(DemoTokens.of(caller))
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .get("/api/ingestion/v1/stations/{code}/data-return", station)
                .then()
                .statusCode(status);
    }
}
