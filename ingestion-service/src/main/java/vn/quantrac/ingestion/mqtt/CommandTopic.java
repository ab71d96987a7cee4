package vn.quantrac.ingestion.mqtt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.BinaryProperty;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPubAckMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quantrac.ingestion.command.Delivery;

/** Where a logger hears commands, one at a time: the next one comes when it has acknowledged the last. */
final class CommandTopic {
    private static final int MOST_IDS = 65_535;
    private static final Pattern RESULT = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/result");

    private final MqttEndpoint logger;
    private final String name;
    private final ObjectMapper json;
    private int messageId;
    private volatile Delivery unacknowledged;

    CommandTopic(MqttEndpoint logger, String station, ObjectMapper json) {
        this.logger = logger;
        this.name = "quantrac/v1/stations/" + station + "/commands";
        this.json = json;
    }

    String name() {
        return name;
    }

    /** The command that is answered on a topic, if that is what the topic is for. */
    Optional<UUID> answeredOn(String topic) {
        if (!topic.startsWith(name + "/")) {
            return Optional.empty();
        }
        Matcher result = RESULT.matcher(topic.substring(name.length() + 1));
        return result.matches() ? Optional.of(UUID.fromString(result.group(1))) : Optional.empty();
    }

    /** Whether the logger has acknowledged all that it was told; from any thread. */
    boolean isFree() {
        return unacknowledged == null;
    }

    void say(Delivery command, Instant now) {
        unacknowledged = command;
        messageId = messageId % MOST_IDS + 1;
        ObjectNode message = json.valueToTree(command);
        message.set("sentAt", json.valueToTree(now));
        logger.publish(
                name,
                Buffer.buffer(message.toString()),
                MqttQoS.AT_LEAST_ONCE,
                false,
                false,
                messageId,
                MqttDoor.isMqtt5(logger) ? properties(command, now) : MqttProperties.NO_PROPERTIES);
    }

    private MqttProperties properties(Delivery command, Instant now) {
        MqttProperties properties = new MqttProperties();
        long seconds = Math.max(1, Duration.between(now, command.expiresAt()).toSeconds());
        properties.add(new IntegerProperty(MqttPropertyType.PUBLICATION_EXPIRY_INTERVAL.value(), (int) seconds));
        properties.add(new StringProperty(MqttPropertyType.CONTENT_TYPE.value(), "application/json"));
        properties.add(
                new StringProperty(MqttPropertyType.RESPONSE_TOPIC.value(), name + "/" + command.id() + "/result"));
        properties.add(new BinaryProperty(
                MqttPropertyType.CORRELATION_DATA.value(),
                command.id().toString().getBytes(StandardCharsets.US_ASCII)));
        return properties;
    }

    /** The command that a PUBACK is for; empty when it is for nothing that was said. */
    Optional<Delivery> acknowledged(MqttPubAckMessage message) {
        if (unacknowledged == null || message.messageId() != messageId) {
            return Optional.empty();
        }
        return taken();
    }

    /** The command that the logger has not acknowledged, which nobody waits for any more. */
    Optional<Delivery> taken() {
        Delivery last = unacknowledged;
        unacknowledged = null;
        return Optional.ofNullable(last);
    }
}
