package vn.quantrac.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quantrac.ingestion.RegistryFixture.AIR;
import static vn.quantrac.ingestion.RegistryFixture.STACK;
import static vn.quantrac.ingestion.RegistryFixture.secretOf;

import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantrac.ingestion.mqtt.MqttDoor;
import vn.quantrac.ingestion.mqtt.Transport;

/** Secrets and certificates come and go while loggers are connected. */
@QuarkusTest
@RealParts
class MqttCredentialIT {
    @Inject
    MqttDoor door;

    @Inject
    Intaken intaken;

    @Inject
    Registrar registrar;

    @ConfigProperty(name = "ingestion.mqtt.certificate")
    Path doorCertificate;

    private final Instant time = SampleTimes.next();
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void registryIsKnown() throws Exception {
        Eventually.holds(() -> intaken.knowsStations());
    }

    @Test
    void a_secret_that_ends_ends_its_connections_and_no_others() throws Exception {
        String secret = "secret " + id;
        registrar.say(RegistryFixture.credential(0, id, STACK, secret, null));
        Eventually.holds(() -> signsIn(secret));
        CompletableFuture<Mqtt5DisconnectReasonCode> reason = new CompletableFuture<>();
        Mqtt5BlockingClient version5 = Mqtt.over(Transport.TCP, door, doorCertificate, null)
                .addDisconnectedListener(end -> reason.complete(reason(end)))
                .buildBlocking();
        Mqtt.signIn(version5, STACK, secret);
        Mqtt3BlockingClient version3 = Mqtt.connected3(door.port(), STACK, secret);
        Mqtt5BlockingClient other = Mqtt.connected5(door.port(), STACK, secretOf(STACK));

        registrar.say(RegistryFixture.credential(0, id, STACK, secret, Instant.now()));
        assertThat(reason.get(10, TimeUnit.SECONDS)).isEqualTo(Mqtt5DisconnectReasonCode.NOT_AUTHORIZED);
        Eventually.holds(() -> version3.getState() == MqttClientState.DISCONNECTED);
        assertThat(signsIn(secret)).isFalse();
        assertThat(other.getState()).isEqualTo(MqttClientState.CONNECTED);
        other.disconnect();
    }

    @Test
    void a_logger_signs_in_by_its_certificate_alone() throws Exception {
        TestCertificate certificate = accepted(STACK);
        for (Transport transport : new Transport[] {Transport.TLS, Transport.WEB_SOCKET_TLS}) {
            Mqtt5BlockingClient logger = with(transport, certificate);
            logger.connect();
            assertThat(Mqtt.publish(logger, Mqtt.topic(STACK), Tt10.text(time, "SO2→5→ug/m3"))
                            .get(10, TimeUnit.SECONDS)
                            .getError())
                    .isEmpty();
            assertThatThrownBy(() -> Mqtt.publish(logger, Mqtt.topic(AIR), Tt10.text(time, "SO2→5→ug/m3"))
                            .get(10, TimeUnit.SECONDS))
                    .hasMessageContaining("PUBACK");
            logger.disconnect();
        }
        assertThat(intaken.revisions(STACK, "SO2", time)).containsExactly("5 00");
    }

    @Test
    void two_certificates_are_valid_during_a_rotation_and_the_one_that_ends_ends_its_connection() throws Exception {
        TestCertificate older = accepted(STACK);
        TestCertificate newer = accepted(STACK);
        Mqtt5BlockingClient first = with(Transport.TLS, older);
        first.connect();
        Mqtt5BlockingClient second = with(Transport.TLS, newer);
        second.connect();
        registrar.say(RegistryFixture.certificate(older.sha256(), STACK, older.sha256(), Instant.now()));
        Eventually.holds(() -> first.getState() == MqttClientState.DISCONNECTED);
        assertThat(second.getState()).isEqualTo(MqttClientState.CONNECTED);
        assertThat(connects(Transport.TLS, older)).isFalse();
        second.disconnect();
    }

    @Test
    void a_certificate_that_the_registry_does_not_know_or_that_has_expired_signs_nobody_in() throws Exception {
        assertThat(connects(Transport.TLS, TestCertificate.of(STACK))).isFalse();
        TestCertificate expired = TestCertificate.of("expired", "-3d", 1);
        registrar.say(RegistryFixture.certificate(id, STACK, expired.sha256(), null));
        accepted(STACK);
        assertThat(connects(Transport.TLS, expired)).isFalse();
    }

    @Test
    void a_certificate_of_two_stations_is_of_none() throws Exception {
        TestCertificate certificate = accepted(STACK);
        registrar.say(RegistryFixture.certificate(id, AIR, certificate.sha256(), null));
        Eventually.holds(() -> !connects(Transport.TLS, certificate));
    }

    @Test
    void a_certificate_is_no_password() throws Exception {
        TestCertificate certificate = accepted(STACK);
        byte[] der = certificate.certificate().getEncoded();
        for (String password : new String[] {
            certificate.sha256(),
            Base64.getEncoder().encodeToString(der),
            new String(der, StandardCharsets.ISO_8859_1),
            ""
        }) {
            assertThat(signsIn(password)).as(password).isFalse();
        }
        Mqtt5BlockingClient withoutKey = Mqtt.over(Transport.TLS, door, doorCertificate);
        assertThatThrownBy(withoutKey::connect).hasMessageContaining("CONNACK");
    }

    @Test
    void a_wrong_secret_is_refused_whatever_the_certificate_is() throws Exception {
        Mqtt5BlockingClient logger = with(Transport.TLS, accepted(STACK));
        assertThatThrownBy(() -> Mqtt.signIn(logger, STACK, "wrong")).hasMessageContaining("CONNACK");
    }

    /** A certificate that the registry has taken in and the door knows. */
    private TestCertificate accepted(String station) throws Exception {
        TestCertificate certificate = TestCertificate.of("logger");
        registrar.say(RegistryFixture.certificate(certificate.sha256(), station, certificate.sha256(), null));
        Eventually.holds(() -> connects(Transport.TLS, certificate));
        return certificate;
    }

    private boolean connects(Transport transport, TestCertificate certificate) throws Exception {
        try {
            Mqtt5BlockingClient logger = with(transport, certificate);
            logger.connect();
            logger.disconnect();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Mqtt5BlockingClient with(Transport transport, TestCertificate certificate) throws Exception {
        return Mqtt.over(transport, door, doorCertificate, certificate.keys()).buildBlocking();
    }

    private boolean signsIn(String secret) {
        try {
            Mqtt.connected5(door.port(), STACK, secret).disconnect();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Mqtt5DisconnectReasonCode reason(MqttClientDisconnectedContext end) {
        return end.getCause() instanceof Mqtt5DisconnectException disconnect
                ? disconnect.getMqttMessage().getReasonCode()
                : null;
    }
}
