package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.STACK;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.DemoTokens;
import vn.quantrac.feeds.FeedAnnouncement;
import vn.quantrac.feeds.FeedEvent;
import vn.quantrac.feeds.FeedPage;
import vn.quantrac.feeds.Topics;
import vn.quantrac.feeds.readings.Reading;

/** What the services behind this one are told. */
@QuarkusTest
@RealParts
class FeedIT {
    private static final String FEED = "/api/ingestion/v1/feed";

    @Inject
    Intaken intaken;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "QUANTRAC_MQTT_PORT")
    int broker;

    @ConfigProperty(name = "QUANTRAC_MQTT_USER")
    String brokerUser;

    @ConfigProperty(name = "QUANTRAC_MQTT_PASSWORD")
    String brokerPassword;

    private final Instant time = SampleTimes.next();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void a_reading_and_its_revision_are_events_with_codes_and_units() throws Exception {
        long before = head();
        send(PAPER_MILL, Tt10.line(time, "cod→58.70→mg/L", "00"));
        send(PAPER_MILL, Tt10.line(time, "COD→6001→mg/L", "02"));
        List<FeedEvent> events = read(before, 10).events();
        assertThat(events).extracting(FeedEvent::cursor).containsExactly(before + 1, before + 2);
        Reading first = json.treeToValue(events.get(0).data(), Reading.class);
        assertThat(first.station()).isEqualTo(PAPER_MILL);
        assertThat(first.parameter()).isEqualTo("COD");
        assertThat(first.unit()).isEqualTo("mg/L");
        assertThat(first.value()).isEqualTo("58.70");
        assertThat(first.time()).isEqualTo(time);
        assertThat(first.flags()).containsExactly("late");
        assertThat(first.revision()).isZero();
        Reading revised = json.treeToValue(events.get(1).data(), Reading.class);
        assertThat(revised.revision()).isEqualTo(1);
        assertThat(revised.status()).isEqualTo("02");
        assertThat(revised.flags()).containsExactly("late", "out_of_range");
        assertThat(events.get(1).key())
                .isEqualTo(revised.datastream() + "/" + time.toString().replace("Z", ".000Z"));
    }

    @Test
    void a_value_in_another_unit_is_converted_once() throws Exception {
        long before = head();
        send(STACK, Tt10.text(time, "Flow→10→L/s", "PM→38400→ug/Nm3", "P→-4.2→hPa", "O2→20.9→%V", "Temp→148.2→oC"));
        assertThat(read(before, 10).events())
                .extracting(event -> event.data().get("value").decimalValue().toPlainString() + " "
                        + event.data().get("unit").textValue())
                .containsExactly("36 m3/h", "38.4 mg/m3", "-0.42 kPa", "20.9 %", "148.2 Cel");
    }

    @Test
    void no_value_is_said_as_no_value() throws Exception {
        long before = head();
        send(PAPER_MILL, Tt10.line(time, "COD→---→mg/L", "02"));
        assertThat(read(before, 10).events().get(0).data().has("value")).isFalse();
    }

    @Test
    void a_commit_is_announced_with_its_events() throws Exception {
        BlockingQueue<FeedAnnouncement> announcements = new LinkedBlockingQueue<>();
        Mqtt5BlockingClient follower = MqttClient.builder()
                .useMqttVersion5()
                .serverHost("localhost")
                .serverPort(broker)
                .buildBlocking();
        follower.connectWith()
                .simpleAuth()
                .username(brokerUser)
                .password(brokerPassword.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
        follower.toAsync()
                .subscribeWith()
                .topicFilter(Topics.READINGS_FEED)
                .callback(message -> announcements.add(announcement(message.getPayloadAsBytes())))
                .send()
                .get(10, TimeUnit.SECONDS);
        Thread.sleep(1500);
        announcements.clear();
        long before = head();
        send(PAPER_MILL, Tt10.text(time, "COD→1→mg/L", "TSS→2→mg/L"));
        FeedAnnouncement announced = announcements.poll(10, TimeUnit.SECONDS);
        assertThat(announced.before()).isEqualTo(before);
        assertThat(announced.after()).isEqualTo(before + 2);
        assertThat(announced.events()).hasSize(2);
        follower.disconnect();
    }

    @Test
    void cursors_that_were_never_given_out_are_refused() {
        page("service", "-1", "10").statusCode(400);
        page("service", "garbage", "10").statusCode(400).contentType("application/problem+json");
        page("service", "0", "0").statusCode(400);
        page("service", "999999999", "10").statusCode(409).body("type", endsWith("/problems/cursor-unknown"));
        page("service", Long.toString(head()), "10").statusCode(200).body("events", empty());
    }

    @Test
    void only_services_read_the_feed() {
        given().get(FEED).then().statusCode(401).contentType("application/problem+json");
        page("operator", "0", "10").statusCode(403);
        page("ministry", "0", "10").statusCode(403);
        given().auth().oauth2(DemoTokens.ofOtherAudience()).get(FEED).then().statusCode(401);
        given().auth().oauth2(DemoTokens.withoutRole()).get(FEED).then().statusCode(403);
        given().auth()
                .preemptive()
                .basic(PAPER_MILL, secretOf(PAPER_MILL))
                .get(FEED)
                .then()
                .statusCode(403);
    }

    @Test
    void an_operator_sees_what_exactly_a_logger_sent() {
        String text = Tt10.text(time, "COD→1→mg/L", "garbage");
        String id = send(PAPER_MILL, text).extract().path("telegram");
        String path = "/api/ingestion/v1/telegrams/" + id;
        given().auth()
                .oauth2(DemoTokens.of("operator"))
                .get(path)
                .then()
                .statusCode(200)
                .body("door", equalTo("https"))
                .body("accepted", equalTo(1))
                .body("quarantined", equalTo(1));
        assertThat(given().auth()
                        .oauth2(DemoTokens.of("facility"))
                        .get(path + "/content")
                        .asString())
                .isEqualTo(text);
        given().auth().oauth2(DemoTokens.of("ministry")).get(path).then().statusCode(403);
        given().auth()
                .oauth2(DemoTokens.of("operator"))
                .get("/api/ingestion/v1/telegrams/0198c7a0-0000-7000-8000-000000000001")
                .then()
                .statusCode(404);
    }

    @Test
    void a_facility_sees_the_quarantine_of_its_own_stations() {
        send(PAPER_MILL, "garbage of the mill");
        send(STACK, "garbage of the stack");
        given().auth()
                .oauth2(DemoTokens.of("operator"))
                .get("/api/ingestion/v1/quarantine?limit=1000")
                .then()
                .statusCode(200)
                .body("items.text", hasItems("garbage of the mill", "garbage of the stack"));
        List<String> stations = given().auth()
                .oauth2(DemoTokens.of("facility"))
                .get("/api/ingestion/v1/quarantine?limit=1000")
                .path("items.station");
        assertThat(stations).isNotEmpty().containsOnly(PAPER_MILL);
        String next = given().auth()
                .oauth2(DemoTokens.of("operator"))
                .get("/api/ingestion/v1/quarantine?limit=1")
                .path("next");
        given().auth().oauth2(DemoTokens.of("operator")).get(next).then().statusCode(200);
    }

    private FeedAnnouncement announcement(byte[] message) {
        try {
            return json.readValue(message, FeedAnnouncement.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long head() {
        return ((Number) page("service", "0", "1").statusCode(200).extract().path("head")).longValue();
    }

    private FeedPage read(long after, int limit) throws Exception {
        String page = page("service", Long.toString(after), Integer.toString(limit))
                .extract()
                .asString();
        return json.readValue(page, FeedPage.class);
    }

    private static ValidatableResponse page(String role, String after, String limit) {
        String caller = role.equals("service") ? "compliance-service" : role;
        return given().auth()
                .oauth2(DemoTokens.of(caller))
                .queryParam("after", after)
                .queryParam("limit", limit)
                .get(FEED)
                .then();
    }

    private static ValidatableResponse send(String station, String text) {
        return given().contentType("text/plain")
                .auth()
                .preemptive()
                .basic(station, secretOf(station))
                .body(text)
                .post("/api/ingestion/v1/stations/" + station + "/telegrams")
                .then()
                .statusCode(200);
    }
}
