package vn.quantrac.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.quantrac.ingestion.RegistryFixture.AIR;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.STACK;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient.Mqtt5Publishes;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.embedded.DemoTokens;
import vn.quantrac.ingestion.command.Commands;
import vn.quantrac.ingestion.command.Delivery;
import vn.quantrac.ingestion.mqtt.MqttDoor;

/** An operator tells a logger to do something, and hears what came of it. */
@QuarkusTest
@RealParts
class CommandIT {
    /** Keycloak takes many sign-ins of one user for an attack. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    @Inject
    MqttDoor door;

    @Inject
    Intaken intaken;

    @Inject
    Commands commands;

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
        jdbi.useHandle(handle -> handle.execute("delete from command"));
    }

    @Test
    void a_command_reaches_the_logger_and_its_answer_the_operator() throws Exception {
        String id = post(STACK, "{\"command\":\"sample\",\"arguments\":{\"bottle\":3}}", 201)
                .body("state", equalTo("pending"))
                .body("issuedBy", equalTo("operator"))
                .body("issuedAt", notNullValue())
                .body("deliveredAt", nullValue())
                .extract()
                .path("id");
        Mqtt5BlockingClient logger = Mqtt.connected5(door.port(), STACK, secretOf(STACK));
        Mqtt5Publish heard;
        try (Mqtt5Publishes publishes = logger.publishes(MqttGlobalPublishFilter.ALL, true)) {
            listen(logger, STACK);
            heard = publishes.receive(10, TimeUnit.SECONDS).orElseThrow();
            Thread.sleep(1_500);
            command(STACK, id).body("state", equalTo("pending")).body("attempts", equalTo(1));
            heard.acknowledge();
        }
        JsonNode said = json.readTree(heard.getPayloadAsBytes());
        assertThat(said.get("id").asText()).isEqualTo(id);
        assertThat(said.get("command").asText()).isEqualTo("sample");
        assertThat(said.get("arguments").get("bottle").asInt()).isEqualTo(3);
        assertThat(Instant.parse(said.get("sentAt").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(heard.getMessageExpiryInterval()).isPresent();
        assertThat(heard.getResponseTopic()).map(Object::toString).contains(topic(STACK) + "/" + id + "/result");
        Eventually.holds(() -> command(STACK, id).extract().path("deliveredAt") != null);
        command(STACK, id).body("state", equalTo("delivered"));

        answer(logger, STACK, id, "{\"done\":true}");
        answer(logger, STACK, id, "{\"done\":true}");
        command(STACK, id).body("state", equalTo("answered")).body("result.done", equalTo(true));
        as("operator")
                .get(path(STACK))
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("next", nullValue());
        logger.disconnect();
    }

    @Test
    void a_logger_of_version_3_hears_one_command_after_the_other() throws Exception {
        String first =
                post(PAPER_MILL, "{\"command\":\"set-clock\"}", 201).extract().path("id");
        String second =
                post(PAPER_MILL, "{\"command\":\"resend\"}", 201).extract().path("id");
        Mqtt3BlockingClient logger = Mqtt.connected3(door.port(), PAPER_MILL, secretOf(PAPER_MILL));
        try (var publishes = logger.publishes(MqttGlobalPublishFilter.ALL)) {
            logger.subscribeWith()
                    .topicFilter(topic(PAPER_MILL))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            for (String expected : List.of(first, second)) {
                byte[] heard =
                        publishes.receive(10, TimeUnit.SECONDS).orElseThrow().getPayloadAsBytes();
                assertThat(json.readTree(heard).get("id").asText()).isEqualTo(expected);
            }
        }
        logger.disconnect();
    }

    @Test
    void a_command_that_was_not_acknowledged_is_said_again_to_who_comes_next() throws Exception {
        String id = post(AIR, "{\"command\":\"sample\"}", 201).extract().path("id");
        Mqtt5BlockingClient deaf = Mqtt.connected5(door.port(), AIR, secretOf(AIR));
        try (Mqtt5Publishes publishes = deaf.publishes(MqttGlobalPublishFilter.ALL, true)) {
            listen(deaf, AIR);
            publishes.receive(10, TimeUnit.SECONDS).orElseThrow();
            deaf.disconnect();
        }
        Mqtt5BlockingClient next = Mqtt.connected5(door.port(), AIR, secretOf(AIR));
        try (Mqtt5Publishes publishes = next.publishes(MqttGlobalPublishFilter.ALL)) {
            listen(next, AIR);
            publishes.receive(10, TimeUnit.SECONDS).orElseThrow();
        }
        Eventually.holds(() -> command(AIR, id).extract().path("state").equals("delivered"));
        command(AIR, id).body("attempts", equalTo(2));
        next.disconnect();
    }

    @Test
    void of_two_replicas_that_look_at_once_one_gets_it() throws Exception {
        post(AIR, "{\"command\":\"sample\"}", 201);
        List<CompletableFuture<List<Delivery>>> replicas = List.of(
                CompletableFuture.supplyAsync(() -> commands.claim(List.of(AIR, STACK))),
                CompletableFuture.supplyAsync(() -> commands.claim(List.of(AIR, PAPER_MILL))),
                CompletableFuture.supplyAsync(() -> commands.claim(List.of(AIR))));
        assertThat(replicas.stream().mapToInt(replica -> replica.join().size()).sum())
                .isEqualTo(1);
    }

    @Test
    void a_command_that_has_expired_is_not_said_any_more() throws Exception {
        Instant soon = Instant.now().plusMillis(700);
        String id = post(AIR, "{\"command\":\"sample\",\"expiresAt\":\"" + soon + "\"}", 201)
                .extract()
                .path("id");
        Thread.sleep(800);
        command(AIR, id).body("state", equalTo("expired"));
        Mqtt5BlockingClient logger = Mqtt.connected5(door.port(), AIR, secretOf(AIR));
        try (Mqtt5Publishes publishes = logger.publishes(MqttGlobalPublishFilter.ALL)) {
            listen(logger, AIR);
            assertThat(publishes.receive(2_500, TimeUnit.MILLISECONDS)).isEqualTo(Optional.empty());
        }
        logger.disconnect();
    }

    @Test
    void an_answer_to_nothing_that_was_said_is_in_quarantine() throws Exception {
        Mqtt5BlockingClient logger = Mqtt.connected5(door.port(), STACK, secretOf(STACK));
        String topic = topic(STACK) + "/" + UUID.randomUUID() + "/result";
        assertThat(Mqtt.publish(logger, topic, "{}")).failsWithin(Duration.ofSeconds(10));
        assertThat(intaken.quarantined(topic)).containsExactly(STACK + " unknown-topic");
        String id = post(AIR, "{\"command\":\"sample\"}", 201).extract().path("id");
        assertThat(Mqtt.publish(logger, topic(STACK) + "/" + id + "/result", "{}"))
                .failsWithin(Duration.ofSeconds(10));
        assertThat(Mqtt.publish(logger, topic(AIR) + "/" + id + "/result", "{}"))
                .failsWithin(Duration.ofSeconds(10));
        command(AIR, id).body("state", equalTo("pending"));
        logger.disconnect();
    }

    @Test
    void who_may_command_and_how_is_checked() {
        String body = "{\"command\":\"sample\"}";
        for (String other : List.of("facility", "agency", "ministry")) {
            as(other)
                    .contentType("application/json")
                    .body(body)
                    .post(path(STACK))
                    .then()
                    .statusCode(403);
        }
        given().contentType("application/json")
                .body(body)
                .post(path(STACK))
                .then()
                .statusCode(401);
        given().auth()
                .preemptive()
                .basic(STACK, secretOf(STACK))
                .contentType("application/json")
                .body(body)
                .post(path(STACK))
                .then()
                .statusCode(403);
        post("HG_NONE_NUO000", body, 404);
        post(STACK, "{\"command\":\"Do it\"}", 400);
        post(STACK, "{}", 400);
        post(STACK, "{\"command\":\"sample\",\"arguments\":[1]}", 400);
        post(STACK, "{\"command\":\"sample\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}", 400);
        as("operator").get(path(STACK) + "/" + UUID.randomUUID()).then().statusCode(404);
        as("facility").get(path(STACK)).then().statusCode(403);
    }

    @Test
    void a_repeated_request_gives_one_command() {
        String key = UUID.randomUUID().toString();
        String id = keyed(key, STACK, "sample", 201).extract().path("id");
        keyed(key, STACK, "sample", 201).body("id", equalTo(id));
        keyed(key, STACK, "resend", 422).body("type", equalTo("/problems/idempotency-key-reused"));
        keyed(key, AIR, "sample", 422);
        keyed("short", STACK, "sample", 400);
    }

    private static void listen(Mqtt5BlockingClient logger, String station) {
        logger.subscribeWith()
                .topicFilter(topic(station))
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
    }

    private static void answer(Mqtt5BlockingClient logger, String station, String id, String result) throws Exception {
        assertThat(Mqtt.publish(logger, topic(station) + "/" + id + "/result", result)
                        .get(10, TimeUnit.SECONDS)
                        .getError())
                .isEmpty();
    }

    private static String topic(String station) {
        return "quantrac/v1/stations/" + station + "/commands";
    }

    private static String path(String station) {
        return "/api/ingestion/v1/stations/" + station + "/commands";
    }

    private static ValidatableResponse command(String station, String id) {
        return as("operator").get(path(station) + "/" + id).then().statusCode(200);
    }

    private static ValidatableResponse post(String station, String body, int status) {
        return as("operator")
                .contentType("application/json")
                .body(body)
                .post(path(station))
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse keyed(String key, String station, String command, int status) {
        return as("operator")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"command\":\"" + command + "\"}")
                .post(path(station))
                .then()
                .statusCode(status);
    }

    private static RequestSpecification as(String user) {
        return given().auth().oauth2(TOKENS.computeIfAbsent(user, DemoTokens::of));
    }
}
