package vn.quantrac.ingestion.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttUnsubAckReasonCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which of the few topics that are its own a logger listens to. */
final class Subscriptions {
    private final MqttEndpoint logger;
    private final Map<String, MqttQoS> topics;
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /** @param topics that it may subscribe to, each with the highest quality of service */
    Subscriptions(MqttEndpoint logger, Map<String, MqttQoS> topics) {
        this.logger = logger;
        this.topics = topics;
    }

    /** From any thread. */
    boolean has(String topic) {
        return held.contains(topic);
    }

    void subscribe(MqttSubscribeMessage message) {
        List<Optional<MqttQoS>> granted =
                message.topicSubscriptions().stream().map(this::granted).toList();
        if (MqttDoor.isMqtt5(logger)) {
            logger.subscribeAcknowledge(
                    message.messageId(),
                    granted.stream()
                            .map(quality -> quality.map(MqttSubAckReasonCode::qosGranted)
                                    .orElse(MqttSubAckReasonCode.NOT_AUTHORIZED))
                            .toList(),
                    MqttProperties.NO_PROPERTIES);
        } else {
            logger.subscribeAcknowledge(
                    message.messageId(),
                    granted.stream()
                            .map(quality -> quality.orElse(MqttQoS.FAILURE))
                            .toList());
        }
    }

    private Optional<MqttQoS> granted(MqttTopicSubscription wanted) {
        MqttQoS most = topics.get(wanted.topicName());
        if (most == null) {
            return Optional.empty();
        }
        held.add(wanted.topicName());
        return Optional.of(wanted.qualityOfService().value() < most.value() ? wanted.qualityOfService() : most);
    }

    void unsubscribe(MqttUnsubscribeMessage message) {
        message.topics().forEach(held::remove);
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
}
