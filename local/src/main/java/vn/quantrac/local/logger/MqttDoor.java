package vn.quantrac.local.logger;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** JSON by MQTT 5 at QoS 1; the connection stays open. */
final class MqttDoor implements Door {
    private static final int PATIENCE_SECONDS = 40;

    private final String station;
    private final String secret;
    private final Mqtt5AsyncClient client;

    MqttDoor(InetSocketAddress address, String station, String secret) {
        this.station = station;
        this.secret = secret;
        this.client = MqttClient.builder()
                .useMqttVersion5()
                .identifier("logger-" + station)
                .serverHost(address.getHostString())
                .serverPort(address.getPort())
                .buildAsync();
    }

    @Override
    public Optional<String> send(Telegram telegram) throws IOException, InterruptedException {
        if (!client.getState().isConnected()) {
            await(client.connectWith()
                    .simpleAuth()
                    .username(station)
                    .password(secret.getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth()
                    .send());
        }
        try {
            return refusal(await(client.publishWith()
                    .topic("quantrac/v1/stations/" + station + "/readings")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(telegram.json().getBytes(StandardCharsets.UTF_8))
                    .send()));
        } catch (IOException e) {
            // What has no PUBACK is sent again by the caller, on a connection of its own.
            client.disconnect();
            throw e;
        }
    }

    /** One reason of a PUBACK says: stored, but not understood. Any other is no acknowledgement. */
    private static Optional<String> refusal(Mqtt5PublishResult result) throws IOException {
        Throwable error = result.getError().orElse(null);
        if (error == null) {
            return Optional.empty();
        }
        if (error instanceof Mqtt5PubAckException refused
                && refused.getMqttMessage().getReasonCode() == Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID) {
            return Optional.of("nothing of it");
        }
        throw new IOException(error.getMessage(), error);
    }

    private static <T> T await(CompletableFuture<T> future) throws IOException, InterruptedException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + PATIENCE_SECONDS + " s", e);
        }
    }

    @Override
    public void close() {
        client.disconnect();
    }
}
