package vn.quantrac.ingestion.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttUnsubAckReasonCode;
import java.io.UncheckedIOException;
import java.util.List;
import vn.quantrac.feeds.Topics;
import vn.quantrac.ingestion.telegram.Outcome;

/** The only topic that a logger may subscribe to: what was refused of its telegrams, at most once. */
final class ErrorTopic {
    private final MqttEndpoint logger;
    private final String topic;
    private final ObjectMapper json;
    private boolean subscribed;

    ErrorTopic(MqttEndpoint logger, String station, ObjectMapper json) {
        this.logger = logger;
        this.topic = Topics.stationErrors(station);
        this.json = json;
    }

    void subscribe(MqttSubscribeMessage message) {
        List<Boolean> granted = message.topicSubscriptions().stream()
                .map(subscription -> subscription.topicName().equals(topic))
                .toList();
        subscribed = subscribed || granted.contains(true);
        if (MqttDoor.isMqtt5(logger)) {
            logger.subscribeAcknowledge(
                    message.messageId(),
                    granted.stream()
                            .map(yes -> yes ? MqttSubAckReasonCode.GRANTED_QOS0 : MqttSubAckReasonCode.NOT_AUTHORIZED)
                            .toList(),
                    MqttProperties.NO_PROPERTIES);
        } else {
            logger.subscribeAcknowledge(
                    message.messageId(),
                    granted.stream()
                            .map(yes -> yes ? MqttQoS.AT_MOST_ONCE : MqttQoS.FAILURE)
                            .toList());
        }
    }

    void unsubscribe(MqttUnsubscribeMessage message) {
        if (message.topics().contains(topic)) {
            subscribed = false;
        }
        if (MqttDoor.isMqtt5(logger)) {
            logger.unsubscribeAcknowledge(
                    message.messageId(),
                    message.topics().stream()
                            .map(each -> MqttUnsubAckReasonCode.SUCCESS)
                            .toList(),
                    MqttProperties.NO_PROPERTIES);
        } else {
            logger.unsubscribeAcknowledge(message.messageId());
        }
    }

    /** Says what was refused, to a logger that wants to know. */
    void tell(Outcome outcome) {
        if (subscribed) {
            try {
                Buffer message = Buffer.buffer(json.writeValueAsBytes(outcome));
                logger.publish(topic, message, MqttQoS.AT_MOST_ONCE, false, false);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
