package vn.quantrac.ingestion;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** An independent MQTT client in the place of a logger. */
final class Mqtt {
    private Mqtt() {}

    static String topic(String station) {
        return "quantrac/v1/stations/" + station + "/readings";
    }

    static Mqtt5BlockingClient connected5(int port, String station, String secret) {
        return connected5(port, station, secret, "logger-" + UUID.randomUUID());
    }

    static Mqtt5BlockingClient connected5(int port, String station, String secret, String clientId) {
        Mqtt5BlockingClient client = MqttClient.builder()
                .useMqttVersion5()
                .serverHost("localhost")
                .serverPort(port)
                .identifier(clientId)
                .buildBlocking();
        client.connectWith()
                .simpleAuth()
                .username(station)
                .password(secret.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
        return client;
    }

    static Mqtt3BlockingClient connected3(int port, String station, String secret) {
        Mqtt3BlockingClient client = MqttClient.builder()
                .useMqttVersion3()
                .serverHost("localhost")
                .serverPort(port)
                .identifier("logger-" + UUID.randomUUID())
                .buildBlocking();
        client.connectWith()
                .simpleAuth()
                .username(station)
                .password(secret.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
        return client;
    }

    /** Completes with the PUBACK. */
    static CompletableFuture<Mqtt5PublishResult> publish(Mqtt5BlockingClient client, String topic, String payload) {
        return client.toAsync()
                .publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .send();
    }
}
