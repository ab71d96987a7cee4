package vn.quantrac.ingestion.broker;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A province's own broker, and who we are there.
 *
 * @param url {@code mqtt} or {@code mqtts}, host and perhaps a port
 * @param authorities PEM file of those that may sign its certificate; without it those of the JVM
 * @param clientId names our session
 * @param sessionExpiry how long it keeps messages for us, at least a second
 * @param receiveMaximum most messages that wait for their acknowledgement
 */
public record OutsideBroker(
        URI url,
        Optional<String> user,
        Optional<String> password,
        Optional<Path> authorities,
        String clientId,
        Duration sessionExpiry,
        int receiveMaximum) {
    private static final Map<String, Integer> PORTS = Map.of("mqtt", 1883, "mqtts", 8883);
    private static final long LONGEST_EXPIRY = 0xFFFF_FFFFL;
    private static final int KEEP_ALIVE = 20;
    private static final int CONNECT_SECONDS = 10;

    public OutsideBroker {
        if (url.getHost() == null || !PORTS.containsKey(url.getScheme())) {
            throw new IllegalArgumentException("Not mqtt://host:port or mqtts://host:port: " + url);
        }
        if (url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The user of the outside broker belongs into QUANTRAC_OUTSIDE_BROKER_USER");
        }
    }

    /** A client that has not connected yet. It serves one connection: a next one must not know its packet ids. */
    Mqtt5AsyncClient client(Consumer<MqttClientDisconnectedContext> lost) {
        return MqttClient.builder()
                .useMqttVersion5()
                .identifier(clientId)
                .transportConfig(transport())
                .executorConfig()
                .nettyThreads(1)
                .applyExecutorConfig()
                .addDisconnectedListener(lost::accept)
                .buildAsync();
    }

    /** All of it at once: what is set at the client's own builder afterwards is not kept. */
    private MqttClientTransportConfig transport() {
        MqttClientTransportConfigBuilder transport = MqttClientTransportConfig.builder()
                .serverHost(url.getHost())
                .serverPort(url.getPort() < 0 ? PORTS.get(url.getScheme()) : url.getPort())
                .socketConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .mqttConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS);
        if (url.getScheme().equals("mqtts")) {
            transport = transport.sslConfig(MqttClientSslConfig.builder()
                    .trustManagerFactory(authorities.map(TrustedAuthorities::in).orElse(null))
                    .build());
        }
        return transport.build();
    }

    /** Takes the session up, or begins one that lasts. */
    Mqtt5Connect connect() {
        Mqtt5ConnectBuilder connect = Mqtt5Connect.builder()
                .cleanStart(false)
                .sessionExpiryInterval(Math.min(LONGEST_EXPIRY, Math.max(1, sessionExpiry.toSeconds())))
                .keepAlive(KEEP_ALIVE)
                .restrictions()
                .receiveMaximum(receiveMaximum)
                .applyRestrictions();
        user.ifPresent(name -> connect.simpleAuth()
                .username(name)
                .password(password.orElse("").getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth());
        return connect.build();
    }

    @Override
    public String toString() {
        return url + " as " + clientId;
    }
}
