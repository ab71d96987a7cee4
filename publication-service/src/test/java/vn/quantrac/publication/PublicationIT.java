package vn.quantrac.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.DemoTokens;
import vn.quantrac.feeds.Announcements;
import vn.quantrac.feeds.FeedAnnouncement;
import vn.quantrac.feeds.FeedJson;
import vn.quantrac.feeds.FeedServer;
import vn.quantrac.feeds.readings.Reading;
import vn.quantrac.feeds.registry.Datastream;

@QuarkusTest
class PublicationIT {
    private static final ObjectMapper JSON = FeedJson.mapper();
    private static SampleProvince province;

    FeedServer feeds;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "QUANTRAC_MQTT_PORT")
    int brokerPort;

    @TestHTTPResource(value = "/", management = true)
    URL managementRoot;

    @BeforeEach
    void everything_said_is_published() {
        province = SampleFeeds.said(feeds);
        awaitPublished();
    }

    @Test
    void stations_are_geojson_with_state_limit_and_index() {
        given().get("/open/v1/stations")
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"))
                .body("features", hasSize(7))
                .body(
                        "features.find { it.id == 'HG_GIAY_NUO001' }.geometry.coordinates",
                        equalTo(List.of(105.838f, 9.931f)))
                .body("features.find { it.id == 'HG_GIAY_NUO001' }.properties.state", equalTo("exceeded"))
                .body("features.find { it.id == 'HG_GIAY_NUO001' }.properties.labelVi", equalTo("Vượt quy chuẩn"))
                .body("features.find { it.id == 'HG_GIAY_NUO001' }.properties.latest[0].limit.max", equalTo(81.0f))
                .body("features.find { it.id == 'HG_THUS_NUO001' }.properties.state", equalTo("good"))
                .body("features.find { it.id == 'HG_DUON_KHI001' }.properties.state", equalTo("fault"))
                .body("features.find { it.id == 'HG_CAIL_NUO001' }.properties.state", equalTo("offline"))
                .body("features.find { it.id == 'HG_XANO_NUO001' }.properties.state", equalTo("measuring"))
                .body("features.find { it.id == 'HG_NGAB_KHI001' }.properties.state", equalTo("moderate"))
                .body("features.find { it.id == 'HG_NGAB_KHI001' }.properties.colour", equalTo("#ffff00"))
                .body("features.find { it.id == 'HG_NGAB_KHI001' }.properties.index.value", equalTo(64));
    }

    @Test
    void a_station_says_since_when_it_is_in_its_state() {
        JsonNode paper = open("/open/v1/stations/" + SampleProvince.PAPER).get("properties");
        assertThat(Instant.parse(paper.get("since").asText()))
                .isEqualTo(Instant.parse(
                        paper.get("exceedances").get(0).get("openedAt").asText()));
        JsonNode boiler = open("/open/v1/stations/" + SampleProvince.BOILER).get("properties");
        assertThat(Instant.parse(boiler.get("since").asText()))
                .isEqualTo(province.now().minus(Duration.ofMinutes(45)));
        JsonNode air = open("/open/v1/stations/" + SampleProvince.NGA_BAY).get("properties");
        assertThat(Duration.between(
                        Instant.parse(air.get("since").asText()),
                        Instant.parse(air.get("index").get("end").asText())))
                .isEqualTo(Duration.ofHours(6));
    }

    @Test
    void an_unchanged_answer_is_not_sent_again() {
        String tag = given().get("/open/v1/stations").header("ETag");
        int status =
                given().header("If-None-Match", tag).get("/open/v1/stations").statusCode();
        String later = given().get("/open/v1/stations").header("ETag");
        assertThat(status).isEqualTo(tag.equals(later) ? 304 : 200);
    }

    @Test
    void paging_loses_nothing_and_repeats_nothing() {
        String next = "/open/v1/observations?station=HG_GIAY_NUO001&limit=37&from="
                + province.now().minus(Duration.ofHours(3)) + "&to=" + province.now();
        List<String> seen = new ArrayList<>();
        while (next != null) {
            JsonNode page = open(next);
            page.get("items")
                    .forEach(item -> seen.add(
                            item.get("parameter").asText() + item.get("time").asText()));
            next = page.path("next").asText(null);
        }
        assertThat(seen).hasSize(7 * 37).doesNotHaveDuplicates();
    }

    @Test
    void csv_holds_the_same_as_json_and_no_formula() {
        String question = "/open/v1/observations?station=HG_THUS_NUO001&from="
                + province.now().minus(Duration.ofHours(12)) + "&to=" + province.now();
        List<String> lines = given().accept("text/csv")
                .get(question)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines.get(0)).isEqualTo("station,parameter,time,value,unit,status,flags,revision,receivedAt");
        assertThat(lines)
                .hasSize(1 + open(question + "&limit=10000").get("items").size());
        assertThat(lines).anyMatch(line -> line.contains(",01,"));
        assertThat(given().get(question + "&format=csv&bom=true").asByteArray()).startsWith(0xEF, 0xBB, 0xBF);
    }

    @Test
    void the_public_sees_the_newest_revision_and_the_ministry_all() {
        Reading first = reading(SampleProvince.XA_NO, "NH4", "0.410", 0);
        Reading second = reading(SampleProvince.XA_NO, "NH4", "0.90", 1);
        long before = feeds.head("readings");
        feeds.append("readings", List.of(SampleProvince.said(first), SampleProvince.said(second)));
        awaitPublished();
        String question = "/open/v1/observations?station=%s&parameter=NH4&from=%s&to=%s"
                .formatted(first.station(), first.time(), first.time());
        given().get(question)
                .then()
                .body("items", hasSize(1))
                .body("items[0].value", equalTo(0.90f))
                .body("items[0].revision", equalTo(1));
        JsonNode pulled = ministry("?after=" + before).get("events");
        assertThat(pulled).hasSize(2);
        assertThat(pulled.get(0).get("data").get("value").decimalValue()).isEqualTo(new BigDecimal("0.410"));
        assertThat(pulled.get(1).get("data").get("revision").asInt()).isEqualTo(1);
    }

    @Test
    void the_ministry_gets_every_cursor_once() {
        List<Long> cursors = new ArrayList<>();
        long after = 0;
        JsonNode page;
        do {
            page = ministry("?limit=1500&after=" + after);
            page.get("events").forEach(event -> cursors.add(event.get("cursor").asLong()));
            after = page.get("next").asLong();
        } while (after < page.get("head").asLong());
        assertThat(cursors).hasSize((int) feeds.head("readings"));
        assertThat(new HashSet<>(cursors)).hasSameSizeAs(cursors);
        assertThat(cursors.get(cursors.size() - 1)).isEqualTo(feeds.head("readings"));
        given().auth()
                .oauth2(DemoTokens.of("ministry"))
                .get("/api/ministry/v1/summary?from=2020-01-01")
                .then()
                .statusCode(200)
                .body("count", equalTo(cursors.size()))
                .body("stations", hasSize(7));
    }

    @Test
    void csv_holds_as_many_rows_as_were_asked_for() {
        Instant first = province.now().minus(Duration.ofDays(60));
        List<FeedServer.Said> many = IntStream.range(0, 10_050)
                .mapToObj(second -> SampleProvince.said(new Reading(
                        province.datastream(SampleProvince.XA_NO, "NH4"),
                        SampleProvince.XA_NO,
                        "NH4",
                        first.plusSeconds(second),
                        BigDecimal.ONE,
                        "mg/L",
                        "00",
                        List.of(),
                        0,
                        first.plusSeconds(second))))
                .toList();
        feeds.append("readings", many);
        awaitPublished();
        String question = "/open/v1/observations?station=HG_XANO_NUO001&parameter=NH4&format=csv&from=" + first + "&to="
                + first.plus(Duration.ofHours(3)) + "&limit=";
        assertThat(open(question, "50000")).hasSize(1 + 10_050);
        assertThat(open(question, "10001")).hasSize(1 + 10_001);
        assertThat(open(question, "7")).hasSize(1 + 7);
    }

    @Test
    void a_datastream_that_has_ended_says_nothing_of_now_but_keeps_its_history() {
        String station = SampleProvince.BOILER;
        long id = province.datastream(station, "SO2");
        Datastream so2 = new Datastream(id, station, "SO2", null, List.of());
        feeds.append("registry", List.of(SampleProvince.datastream(so2, province.now())));
        awaitPublished();
        try {
            JsonNode boiler = open("/open/v1/stations/" + station).get("properties");
            assertThat(boiler.get("latest").findValuesAsText("parameter"))
                    .isNotEmpty()
                    .doesNotContain("SO2");
            assertThat(boiler.get("state").asText()).isEqualTo("good");
            given().get("/open/v1/observations?station=" + station + "&parameter=SO2")
                    .then()
                    .statusCode(200)
                    .body("items.size()", greaterThan(0));
            given().get("/open/v1/means?station=" + station + "&parameter=SO2")
                    .then()
                    .statusCode(200);
        } finally {
            feeds.append("registry", List.of(SampleProvince.datastream(so2, null)));
            awaitPublished();
        }
    }

    @Test
    void verdicts_are_published_as_they_stand() {
        given().get("/open/v1/indices?station=HG_VITH_KHI001&from="
                        + province.now().minus(Duration.ofHours(5)))
                .then()
                .body("items.band", everyItem(equalTo("good")))
                .body("items.station", everyItem(equalTo("HG_VITH_KHI001")));
        given().get("/open/v1/exceedances?open=true")
                .then()
                .body("items", hasSize(1))
                .body("items[0].max", equalTo(81.0f))
                .body("items[0].closedAt", nullValue());
        given().get("/open/v1/parameters").then().body("items.code", hasItem("PM2,5"));
        given().get("/open/v1/means?station=HG_GIAY_NUO001").then().statusCode(200);
    }

    @Test
    void an_announcement_alone_is_enough() throws Exception {
        Reading reading = reading(SampleProvince.XA_NO, "DO", "5.25", 0);
        long before = feeds.head("readings");
        FeedServer.Said said = SampleProvince.said(reading);
        FeedAnnouncement announcement = new FeedAnnouncement(
                "readings", before, before + 1, List.of(feeds.event("readings", said.type(), said.key(), reading)));
        Announcements.publish(brokerPort, "quantrac/v1/readings/feed", JSON.writeValueAsBytes(announcement));
        Announcements.publish(brokerPort, "quantrac/v1/readings/feed", "not JSON".getBytes());
        Published.await(() -> ministry("?after=0&limit=1").get("head").asLong() == before + 1);
        feeds.append("readings", List.of(said));
        awaitPublished();
        assertThat(ministry("?after=" + before).get("events")).hasSize(1);
    }

    @Test
    void a_cursor_whose_readings_are_no_longer_kept_is_gone() {
        jdbi.useHandle(handle -> handle.execute("delete from observation where cursor in (1, 2, 3, 10)"));
        String pull = "/api/ministry/v1/readings?after=";
        assertThat(status(pull + 0, DemoTokens.of("ministry"))).isEqualTo(410);
        JsonNode page = ministry("?after=3");
        assertThat(page.get("next").asLong()).as("a page ends before a hole").isEqualTo(9);
        assertThat(status(pull + 9, DemoTokens.of("ministry"))).isEqualTo(410);
        startFromZero();
    }

    @Test
    void a_follower_that_starts_from_zero_gives_the_same() {
        String station = given().get("/open/v1/stations").asString();
        JsonNode pulled = ministry("?after=0&limit=10000");
        startFromZero();
        assertThat(ministry("?after=0&limit=10000")).isEqualTo(pulled);
        assertThat(given().get("/open/v1/stations").asString()).isEqualTo(station);
    }

    @Test
    void the_service_answers_for_itself() {
        String management = "http://localhost:" + managementRoot.getPort();
        given().get("/open/v1/openapi").then().statusCode(200).body(containsString("/api/ministry/v1/readings"));
        given().get(management + "/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.status", everyItem(equalTo("UP")));
        given().get(management + "/q/health/live").then().statusCode(200);
        given().get(management + "/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("publication_observations_total"))
                .body(containsString("publication_visible_seconds"))
                .body(containsString("publication_feed_position{feed=\"verdicts\"}"))
                .body(containsString("publication_feed_lag{feed=\"readings\"} 0.0"));
    }

    private Reading reading(String station, String parameter, String value, int revision) {
        Instant time = province.now().minus(Duration.ofDays(40)).plusSeconds(feeds.head("readings"));
        return new Reading(
                province.datastream(station, parameter),
                station,
                parameter,
                time,
                new BigDecimal(value),
                "mg/L",
                "00",
                List.of("late"),
                revision,
                Instant.now());
    }

    private void startFromZero() {
        jdbi.useHandle(
                handle -> handle.execute(
                        "truncate feed_position, registry_entry, datastream, observation, latest, mean, air_quality_index, applied_limit, exceedance"));
        awaitPublished();
    }

    private void awaitPublished() {
        Published.await(jdbi, feeds);
    }

    private static JsonNode ministry(String query) {
        return json(given().auth()
                .oauth2(DemoTokens.of("ministry"))
                .get("/api/ministry/v1/readings" + query)
                .asString());
    }

    private static JsonNode open(String path) {
        return json(given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static List<String> open(String question, String limit) {
        return given().get(question + limit)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int status(String path, String token) {
        return given().auth().oauth2(token).get(path).statusCode();
    }
}
