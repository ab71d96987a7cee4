package vn.quantrac.ingestion.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideBrokerTest {
    @Test
    void a_session_is_taken_up_again_and_lasts() {
        Mqtt5Connect connect = broker("mqtt://broker.example", Optional.empty()).connect();
        assertThat(connect.isCleanStart()).isFalse();
        assertThat(connect.getSessionExpiryInterval()).isEqualTo(604_800);
        assertThat(connect.getRestrictions().getReceiveMaximum()).isEqualTo(100);
    }

    @Test
    void the_scheme_decides_over_tls_and_the_usual_port() {
        Mqtt5AsyncClient plain =
                broker("mqtt://broker.example", Optional.empty()).client(end -> {});
        assertThat(plain.getConfig().getServerPort()).isEqualTo(1883);
        assertThat(plain.getConfig().getSslConfig()).isEmpty();
        Mqtt5AsyncClient secure =
                broker("mqtts://broker.example", Optional.empty()).client(end -> {});
        assertThat(secure.getConfig().getServerPort()).isEqualTo(8883);
        assertThat(secure.getConfig().getSslConfig()).isPresent();
        assertThat(broker("mqtts://broker.example:8884", Optional.empty())
                        .client(end -> {})
                        .getConfig()
                        .getServerPort())
                .isEqualTo(8884);
    }

    @Test
    void another_scheme_and_a_password_in_the_address_are_refused() {
        assertThatThrownBy(() -> broker("http://broker.example", Optional.empty()))
                .hasMessageContaining("Not mqtt://host:port or mqtts://host:port");
        assertThatThrownBy(() -> broker("mqtt:broker", Optional.empty())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> broker("mqtt://user:secret@broker.example", Optional.empty()))
                .hasMessageContaining("QUANTRAC_OUTSIDE_BROKER_USER")
                .hasMessageNotContaining("secret");
    }

    @Test
    void authorities_that_cannot_be_read_are_no_reason_to_trust_others(@TempDir Path folder) throws Exception {
        Path absent = folder.resolve("absent.pem");
        assertThatThrownBy(() ->
                        broker("mqtts://broker.example", Optional.of(absent)).client(end -> {}))
                .hasMessageContaining("absent.pem");
        Path garbage = Files.writeString(folder.resolve("garbage.pem"), "garbage");
        assertThatThrownBy(() ->
                        broker("mqtts://broker.example", Optional.of(garbage)).client(end -> {}))
                .hasMessageContaining("garbage.pem");
    }

    private static OutsideBroker broker(String url, Optional<Path> authorities) {
        return new OutsideBroker(
                URI.create(url),
                Optional.of("quantrac"),
                Optional.of("secret"),
                authorities,
                "pod-1",
                Duration.ofDays(7),
                100);
    }
}
