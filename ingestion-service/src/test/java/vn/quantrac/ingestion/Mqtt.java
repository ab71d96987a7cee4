package vn.quantrac.ingestion;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import vn.quantrac.ingestion.mqtt.MqttDoor;
import vn.quantrac.ingestion.mqtt.Transport;

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

    /** A client that is not connected yet, and trusts the certificate in a file. */
    static Mqtt5BlockingClient over(Transport transport, MqttDoor door, Path certificate) throws Exception {
        return over(transport, door, certificate, null).buildBlocking();
    }

    /** @param keys by which the client shows who it is; null for none */
    static Mqtt5ClientBuilder over(Transport transport, MqttDoor door, Path certificate, KeyManagerFactory keys)
            throws Exception {
        Mqtt5ClientBuilder client = MqttClient.builder()
                .useMqttVersion5()
                .serverHost("localhost")
                .serverPort(door.port(transport))
                .identifier("logger-" + UUID.randomUUID());
        if (transport == Transport.TLS || transport == Transport.WEB_SOCKET_TLS) {
            client = client.sslConfig()
                    .trustManagerFactory(TestCertificate.trust(certificate))
                    .keyManagerFactory(keys)
                    .applySslConfig();
        }
        if (transport == Transport.WEB_SOCKET || transport == Transport.WEB_SOCKET_TLS) {
            client = client.webSocketConfig().serverPath("mqtt").applyWebSocketConfig();
        }
        return client;
    }

    static void signIn(Mqtt5BlockingClient client, String station, String secret) {
        client.connectWith()
                .simpleAuth()
                .username(station)
                .password(secret.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
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
