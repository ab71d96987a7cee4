package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quantrac.ingestion.RegistryFixture.AIR;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckRestrictions;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.ingestion.mqtt.MqttDoor;

/** What a logger publishes, from CONNECT to PUBACK. */
@QuarkusTest
@RealParts
class MqttDoorIT {
    @Inject
    MqttDoor door;

    @Inject
    Intaken intaken;

    private final Instant time = SampleTimes.next();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> {
            try {
                as(AIR).disconnect();
                return true;
            } catch (Mqtt5ConnAckException e) {
                return false;
            }
        });
    }

    @Test
    void a_publish_is_acknowledged_after_the_commit_and_not_before() throws Exception {
        Mqtt5BlockingClient logger = as(PAPER_MILL);
        CompletableFuture<Mqtt5PublishResult> acknowledged;
        try (Handle blocked = intaken.blockCommits()) {
            acknowledged = Mqtt.publish(logger, Mqtt.topic(PAPER_MILL), Tt10.text(time, "COD→58.7→mg/L"));
            assertThatThrownBy(() -> acknowledged.get(1500, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            blocked.rollback();
        }
        assertThat(acknowledged.get(10, TimeUnit.SECONDS).getError()).isEmpty();
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("58.7 00");
        logger.disconnect();
    }

    @Test
    void a_logger_of_version_3_publishes_json_with_any_quality_of_service() throws Exception {
        Mqtt3BlockingClient logger = Mqtt.connected3(door.port(), PAPER_MILL, secretOf(PAPER_MILL));
        for (MqttQos quality : MqttQos.values()) {
            String json = "{\"readings\":[{\"parameter\":\"TSS\",\"time\":\"%s\",\"value\":%d,\"status\":\"00\"}]}"
                    .formatted(time, quality.getCode());
            logger.publishWith()
                    .topic(Mqtt.topic(PAPER_MILL))
                    .qos(quality)
                    .payload(json.getBytes(StandardCharsets.UTF_8))
                    .send();
        }
        Eventually.holds(() -> intaken.revisions(PAPER_MILL, "TSS", time).size() == 3);
        assertThat(intaken.revisions(PAPER_MILL, "TSS", time)).containsExactly("0 00", "1 00", "2 00");
        logger.disconnect();
    }

    @Test
    void wrong_credentials_are_refused() {
        assertThatThrownBy(() -> Mqtt.connected5(door.port(), PAPER_MILL, secretOf(AIR)))
                .isInstanceOfSatisfying(Mqtt5ConnAckException.class, refused -> assertThat(
                                refused.getMqttMessage().getReasonCode())
                        .isEqualTo(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD));
        assertThatThrownBy(() -> Mqtt.connected3(door.port(), "nobody", "x")).isNotNull();
    }

    @Test
    void the_limits_are_told_to_a_logger_of_version_5() {
        Mqtt5BlockingClient logger = as(PAPER_MILL);
        logger.disconnect();
        Mqtt5ConnAckRestrictions limits = logger.connectWith()
                .simpleAuth()
                .username(PAPER_MILL)
                .password(secretOf(PAPER_MILL).getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send()
                .getRestrictions();
        assertThat(limits.getReceiveMaximum()).isEqualTo(100);
        assertThat(limits.getMaximumQos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
        logger.disconnect();
    }

    @Test
    void readings_of_another_station_are_not_authorized_and_quarantined() throws Exception {
        int before = intaken.quarantined(Mqtt.topic(AIR)).size();
        Mqtt5BlockingClient logger = as(PAPER_MILL);
        assertThat(Mqtt.publish(logger, Mqtt.topic(AIR), Tt10.text(time, "PM10→5→ug/m3")))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(Mqtt5PubAckException.class, refused -> assertThat(
                                refused.getMqttMessage().getReasonCode())
                        .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED));
        logger.disconnect();
        assertThat(intaken.quarantined(Mqtt.topic(AIR))).hasSize(before + 1).contains(PAPER_MILL + " foreign-station");
        assertThat(intaken.revisions(AIR, "PM10", time)).isEmpty();
    }

    @Test
    void a_logger_of_version_3_that_publishes_for_another_station_is_closed() throws Exception {
        Mqtt3BlockingClient logger = Mqtt.connected3(door.port(), AIR, secretOf(AIR));
        logger.toAsync()
                .publishWith()
                .topic(Mqtt.topic(PAPER_MILL))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(Tt10.text(time, "COD→5→mg/L").getBytes(StandardCharsets.UTF_8))
                .send();
        Eventually.holds(() -> !logger.getState().isConnected());
        assertThat(intaken.quarantined(Mqtt.topic(PAPER_MILL))).contains(AIR + " foreign-station");
    }

    @Test
    void what_is_not_understood_at_all_is_quarantined_and_said_so() throws Exception {
        Mqtt5BlockingClient logger = as(PAPER_MILL);
        CompletableFuture<String> error = new CompletableFuture<>();
        logger.toAsync()
                .subscribeWith()
                .topicFilter("quantrac/v1/stations/" + PAPER_MILL + "/errors")
                .callback(message -> error.complete(new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8)))
                .send()
                .get(10, TimeUnit.SECONDS);
        assertThat(Mqtt.publish(logger, Mqtt.topic(PAPER_MILL), "{\"readings\":["))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(Mqtt5PubAckException.class, refused -> assertThat(
                                refused.getMqttMessage().getReasonCode())
                        .isEqualTo(Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID));
        assertThat(error.get(10, TimeUnit.SECONDS)).contains("invalid-json");
        logger.disconnect();
    }

    @Test
    void nobody_hears_what_is_not_his() {
        Mqtt5BlockingClient logger = as(PAPER_MILL);
        assertThatThrownBy(() -> logger.subscribeWith().topicFilter("#").send()).hasMessageContaining("SUBACK");
        assertThatThrownBy(() -> logger.subscribeWith()
                        .topicFilter("quantrac/v1/stations/" + AIR + "/errors")
                        .send())
                .hasMessageContaining("SUBACK");
        logger.disconnect();
    }

    @Test
    void a_second_connection_with_the_same_client_id_takes_over() throws Exception {
        Mqtt5BlockingClient first = Mqtt.connected5(door.port(), PAPER_MILL, secretOf(PAPER_MILL), "the-logger");
        Mqtt5BlockingClient other = Mqtt.connected5(door.port(), AIR, secretOf(AIR), "the-logger");
        Mqtt5BlockingClient second = Mqtt.connected5(door.port(), PAPER_MILL, secretOf(PAPER_MILL), "the-logger");
        Eventually.holds(() -> !first.getState().isConnected());
        assertThat(other.getState().isConnected()).isTrue();
        second.disconnect();
        other.disconnect();
    }

    @Test
    void a_logger_of_version_3_that_sends_too_much_waits_and_nothing_is_lost() throws Exception {
        Mqtt3BlockingClient logger = Mqtt.connected3(door.port(), PAPER_MILL, secretOf(PAPER_MILL));
        Instant begin = time.minusSeconds(200L * 86_400);
        List<CompletableFuture<?>> sent = new ArrayList<>();
        try (Handle blocked = intaken.blockCommits()) {
            for (int n = 0; n < 3_000; n++) {
                sent.add(logger.toAsync()
                        .publishWith()
                        .topic(Mqtt.topic(PAPER_MILL))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(Tt10.text(begin.plusSeconds(300L * n), "COD→1→mg/L")
                                .getBytes(StandardCharsets.UTF_8))
                        .send());
            }
            Thread.sleep(2_000);
            assertThat(sent).noneMatch(CompletableFuture::isDone);
            assertThat(logger.getState().isConnected()).isTrue();
            assertThat(intaken.waiting()).isBetween(300.0, 1_000.0);
            blocked.rollback();
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertThat(intaken.revisions(PAPER_MILL, "COD", begin.plusSeconds(300L * 2_999)))
                .hasSize(1);
        logger.disconnect();
    }

    @Test
    void a_logger_of_version_5_that_exceeds_the_receive_maximum_is_told_so() throws Exception {
        RawMqtt logger = RawMqtt.connect(door.port(), 5, PAPER_MILL, secretOf(PAPER_MILL), 0);
        try (Handle blocked = intaken.blockCommits()) {
            for (int n = 1; n <= 101; n++) {
                logger.publish(Mqtt.topic(PAPER_MILL), n, Tt10.text(time, "Flow→1→m3/h"));
            }
            assertThat(logger.disconnectedWith()).isEqualTo(0x93);
            blocked.rollback();
        }
        logger.close();
    }

    @Test
    void a_senml_pack_is_taken_in() throws Exception {
        Mqtt5BlockingClient logger = as(PAPER_MILL);
        String pack = "[{\"bn\":\"%s/\",\"bt\":%d,\"bu\":\"mg/l\",\"bstatus\":\"00\"},{\"n\":\"COD\",\"v\":58.70},"
                        .formatted(PAPER_MILL, time.getEpochSecond())
                + "{\"n\":\"Temp\",\"u\":\"Cel\",\"v\":31.5,\"status\":\"02\"},{\"n\":\"TSS\",\"vs\":\"much\"}]";
        assertThat(Mqtt.publish(logger, Mqtt.topic(PAPER_MILL), pack)
                        .get(10, TimeUnit.SECONDS)
                        .getError())
                .isEmpty();
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("58.70 00");
        assertThat(intaken.revisions(PAPER_MILL, "Temp", time)).containsExactly("31.5 02");
        assertThat(intaken.quarantinedContent("bad-value")).contains("{\"n\":\"TSS\",\"vs\":\"much\"}");
        logger.disconnect();
    }

    @Test
    void a_logger_without_a_client_id_is_given_one() {
        Mqtt5BlockingClient logger = MqttClient.builder()
                .useMqttVersion5()
                .serverHost("localhost")
                .serverPort(door.port())
                .buildBlocking();
        assertThat(logger.connectWith()
                        .simpleAuth()
                        .username(AIR)
                        .password(secretOf(AIR).getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth()
                        .send()
                        .getAssignedClientIdentifier())
                .isPresent();
        logger.disconnect();
    }

    private Mqtt5BlockingClient as(String station) {
        return Mqtt.connected5(door.port(), station, secretOf(station));
    }
}
