package vn.quantrac.ingestion.mqtt;

import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttWill;
import io.vertx.mqtt.messages.MqttDisconnectMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.Instant;
import java.util.Optional;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Telegram;

/** What a logger wants to be said for it when its connection ends and it has not said goodbye. */
final class Will {
    private final MqttWill will;
    private final String station;
    private boolean goodbye;

    Will(MqttEndpoint logger, String station) {
        this.will = logger.will();
        this.station = station;
    }

    void disconnected(MqttDisconnectMessage message) {
        goodbye = message.code() != MqttDisconnectReasonCode.WITH_WILL_MESSAGE;
    }

    /** As if the logger had published it. */
    Optional<Telegram> atTheEnd(Instant now) {
        if (goodbye || !will.isWillFlag()) {
            return Optional.empty();
        }
        byte[] content = will.getWillMessageBytes() == null ? new byte[0] : will.getWillMessageBytes();
        return Optional.of(Telegram.of(Door.MQTT, station, will.getWillTopic(), content, now));
    }
}
