package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static vn.quantrac.ingestion.RegistryFixture.AIR;
import static vn.quantrac.ingestion.RegistryFixture.PAPER_MILL;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.quantrac.ingestion.mqtt.MqttDoor;
import vn.quantrac.ingestion.mqtt.Transport;

/** The same door over TCP, TLS and WebSocket, for clients that know nothing of it. */
@QuarkusTest
@RealParts
class MqttTransportsIT {
    @Inject
    MqttDoor door;

    @Inject
    Intaken intaken;

    @ConfigProperty(name = "ingestion.mqtt.certificate")
    Path certificate;

    @ConfigProperty(name = "ingestion.mqtt.key")
    Path key;

    private final Instant time = SampleTimes.next();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void hivemqs_client_publishes_over_every_transport(Transport transport) throws Exception {
        Mqtt5BlockingClient logger = Mqtt.over(transport, door, certificate);
        Mqtt.signIn(logger, PAPER_MILL, secretOf(PAPER_MILL));
        assertThat(Mqtt.publish(logger, Mqtt.topic(PAPER_MILL), Tt10.text(time, "COD→58.7→mg/L"))
                        .get(10, TimeUnit.SECONDS)
                        .getError())
                .isEmpty();
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("58.7 00");
        logger.disconnect();
    }

    @ParameterizedTest
    @CsvSource({"tcp, TCP", "ssl, TLS", "ws, WEB_SOCKET", "wss, WEB_SOCKET_TLS"})
    void pahos_clients_publish_over_every_transport(String scheme, Transport transport) throws Exception {
        String uri = scheme + "://localhost:" + door.port(transport) + (scheme.startsWith("ws") ? "/mqtt" : "");
        MqttConnectOptions version3 = new MqttConnectOptions();
        version3.setUserName(PAPER_MILL);
        version3.setPassword(secretOf(PAPER_MILL).toCharArray());
        version3.setSocketFactory(socketFactory(transport));
        try (var older = new org.eclipse.paho.client.mqttv3.MqttClient(uri, "paho3-" + UUID.randomUUID(), null)) {
            older.connect(version3);
            older.publish(Mqtt.topic(PAPER_MILL), bytes("COD→1→mg/L"), 1, false);
            older.disconnect();
        }
        assertThat(intaken.revisions(PAPER_MILL, "COD", time)).containsExactly("1 00");

        MqttConnectionOptions version5 = new MqttConnectionOptions();
        version5.setUserName(PAPER_MILL);
        version5.setPassword(secretOf(PAPER_MILL).getBytes(StandardCharsets.UTF_8));
        version5.setSocketFactory(socketFactory(transport));
        var logger = new org.eclipse.paho.mqttv5.client.MqttClient(uri, "paho5-" + UUID.randomUUID(), null);
        logger.connect(version5);
        logger.publish(Mqtt.topic(PAPER_MILL), bytes("TSS→2→mg/L"), 1, false);
        logger.disconnect();
        logger.close();
        assertThat(intaken.revisions(PAPER_MILL, "TSS", time)).containsExactly("2 00");
    }

    @ParameterizedTest
    @CsvSource({"mqttv311, TCP", "mqttv5, TCP", "mqttv311, TLS", "mqttv5, TLS"})
    void mosquitto_pub_publishes(String version, Transport transport) throws Exception {
        assumeThat(Path.of("/usr/bin/mosquitto_pub"))
                .as("mosquitto_pub is not installed (Debian: mosquitto-clients)")
                .exists();
        List<String> command = new ArrayList<>(List.of(
                "mosquitto_pub",
                "-V",
                version,
                "-h",
                "localhost",
                "-p",
                Integer.toString(door.port(transport)),
                "-u",
                PAPER_MILL,
                "-P",
                secretOf(PAPER_MILL),
                "-q",
                "1",
                "-t",
                Mqtt.topic(PAPER_MILL),
                "-m",
                new String(bytes("pH→7.1→-"), StandardCharsets.UTF_8)));
        if (transport == Transport.TLS) {
            command.addAll(List.of("--cafile", certificate.toString()));
        }
        Process publisher =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(publisher.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(publisher.exitValue())
                .as(new String(publisher.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        assertThat(intaken.revisions(PAPER_MILL, "pH", time)).containsExactly("7.1 00");
    }

    @Test
    void plain_mqtt_is_not_spoken_on_the_port_for_tls() {
        assertThatThrownBy(() -> Mqtt.connected5(door.port(Transport.TLS), AIR, secretOf(AIR)))
                .isNotNull();
    }

    @Test
    void a_renewed_certificate_is_shown_and_connections_go_on() throws Exception {
        Mqtt5BlockingClient before = Mqtt.over(Transport.TLS, door, certificate);
        Mqtt.signIn(before, AIR, secretOf(AIR));
        TestCertificate renewed = TestCertificate.of("the renewed door");
        Files.writeString(certificate, "half-written");
        Thread.sleep(700);
        assertThat(shown().getSubjectX500Principal().getName()).doesNotContain("renewed");
        renewed.writePem(certificate, key);
        Eventually.holds(() -> shown().equals(renewed.certificate()));
        assertThat(Mqtt.publish(before, Mqtt.topic(AIR), Tt10.text(time, "PM10→5→ug/m3"))
                        .get(10, TimeUnit.SECONDS)
                        .getError())
                .isEmpty();
        assertThat(before.getState()).isEqualTo(MqttClientState.CONNECTED);
        before.disconnect();
    }

    /** What the door shows to whoever connects now. */
    private X509Certificate shown() throws Exception {
        try (SSLSocket socket = (SSLSocket)
                TestCertificate.trustingAll().getSocketFactory().createSocket("localhost", door.port(Transport.TLS))) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private javax.net.SocketFactory socketFactory(Transport transport) throws Exception {
        boolean encrypted = transport == Transport.TLS || transport == Transport.WEB_SOCKET_TLS;
        return encrypted ? TestCertificate.trusting(certificate).getSocketFactory() : null;
    }

    private byte[] bytes(String reading) {
        return Tt10.text(time, reading).getBytes(StandardCharsets.UTF_8);
    }
}
