package vn.quantrac.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantrac.feeds.FeedServer;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.registry.Medium;

/** What is asked, well and badly. */
@QuarkusTest
class QuestionIT {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant MIDNIGHT = Instant.parse("2026-08-31T17:00:00Z");
    private static final String PERIOD = "&from=2026-08-01T00:00:00Z&to=2026-10-01T00:00:00%2B07:00";
    private static boolean said;

    FeedServer feeds;

    @Inject
    Jdbi jdbi;

    /** Days of 90 and of 70 in turn, the last one of 90: three episodes, of which one lasts. And a day of air. */
    @BeforeEach
    void verdicts_to_ask_for() {
        Facts facts = new Facts(feeds);
        facts.parametersAreKnown();
        if (!said) {
            said = true;
            facts.outfall(4_000, "Q4000", "COD");
            for (int day = 0; day < 5; day++) {
                Instant start = MIDNIGHT.plus(DAY.multipliedBy(day));
                List<Reading> readings =
                        Facts.readings(4_000, "Q4000", "COD", start, start.plus(DAY), day % 2 == 0 ? "90" : "70");
                facts.say(readings);
            }
            facts.station("Q4010", Medium.AMBIENT_AIR, null, null);
            facts.datastream(4_010, "Q4010", "PM2,5");
            facts.datastream(4_011, "Q4010", "O3");
            facts.say(Facts.readings(4_010, "Q4010", "PM2,5", MIDNIGHT, MIDNIGHT.plus(DAY), "30"));
        }
        new Judged(jdbi, feeds).await();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/exceedances?open=perhaps",
                "/exceedances?from=yesterday",
                "/exceedances?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z",
                "/exceedances?limit=0",
                "/exceedances?limit=many",
                "/exceedances?after=1",
                "/exceedances?after=1/24h/never",
                "/exceedances?after=%00",
                "/exceedances?station=%00",
                "/means?averaging=8h",
                "/means?parameter=%00",
                "/means?after=x/2026-11-01T00:00:00Z",
                "/means?after=1/-999999999-01-01T00:00:00Z",
                "/means?to=%2B999999999-12-31T23:59:59Z",
                "/means?limit=-1",
                "/limits?at=now",
                "/limits/gaps?after=x/2026-11-01T00:00:00Z",
                "/indices?to=2026-11-01",
                "/indices?after=Q4010",
                "/feed?after=x",
                "/feed?after=-1",
                "/feed?limit=0",
            })
    void what_is_not_understood_is_said_to_be(String question) {
        problem(question, 400, "bad-parameter");
    }

    @Test
    void cursors_and_stations_that_do_not_exist() {
        problem("/feed?after=999999999", 409, "cursor-unknown");
        for (String path : List.of("/exceedances", "/means", "/limits", "/limits/gaps", "/indices")) {
            problem(path + "?station=HG_NONE_NUO000", 404, "unknown-station");
        }
        Api.as("operator").get("/nothing").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void exceedances_say_how_long_how_far_and_against_what() {
        ask("/exceedances?station=Q4000" + PERIOD)
                .body("items.openedAt", equalTo(List.of(at(4), at(2), at(0))))
                .body("items[0].standard", equalTo("QCVN 40:2011/BTNMT"))
                .body("items[0].max", equalTo(81))
                .body("items[0].peak", equalTo(90))
                .body("items[2].closedAt", equalTo(at(2)))
                .body("items[2].intervals", equalTo(1));
        ask("/exceedances?station=Q4000&open=true" + PERIOD).body("items.openedAt", equalTo(List.of(at(4))));
        ask("/exceedances?station=Q4000&open=false" + PERIOD).body("items.openedAt", equalTo(List.of(at(2), at(0))));
        ask("/exceedances?station=Q4000&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z")
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "/exceedances?station=Q4000,2,3",
        "/exceedances?station=Q4000,1,3",
        "/means?station=Q4000,7,120",
        "/means?station=Q4000&averaging=24h,2,5",
        "/means?station=Q4010&parameter=PM2%2C5,10,24",
        "/indices?station=Q4010,5,23",
        "/limits?station=Q4010&at=2026-09-01T00:00:00Z,1,2",
    })
    void pages_follow_each_other_without_gap_or_repetition(String question, int limit, int count) {
        List<Object> items = new ArrayList<>();
        String next = Api.ROOT + question + (question.startsWith("/limits") ? "" : PERIOD) + "&limit=" + limit;
        while (next != null) {
            JsonPath page = Api.as("operator")
                    .basePath("")
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("items").size()).isLessThanOrEqualTo(limit);
            items.addAll(page.getList("items"));
            next = page.getString("next");
        }
        assertThat(items).hasSize(count).doesNotHaveDuplicates();
    }

    @Test
    void indices_say_which_pollutant_decides() {
        ask("/indices?station=Q4010" + PERIOD)
                .body("items", hasSize(23))
                .body("items[0].value", equalTo(60))
                .body("items[0].dominant", equalTo("PM2,5"))
                .body(
                        "items[0].end",
                        equalTo(MIDNIGHT.plus(Duration.ofHours(2)).toString().replace("Z", ".000Z")));
    }

    private static String at(int day) {
        return MIDNIGHT.plus(DAY.multipliedBy(day)).toString().replace("Z", ".000Z");
    }

    private static ValidatableResponse ask(String question) {
        return Api.as("agency").urlEncodingEnabled(false).get(question).then().statusCode(200);
    }

    private static void problem(String question, int status, String type) {
        Api.as(question.startsWith("/feed") ? "publication-service" : "operator")
                .urlEncodingEnabled(false)
                .get(question)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", equalTo("/problems/" + type));
    }
}
