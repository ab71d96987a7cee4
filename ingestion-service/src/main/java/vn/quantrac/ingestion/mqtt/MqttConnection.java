package vn.quantrac.ingestion.mqtt;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.intake.IntakeBusyException;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Reason;
import vn.quantrac.ingestion.telegram.Telegram;

/** One logger that is connected. Everything here runs on the event loop of its connection. */
final class MqttConnection {
    private static final Logger LOG = Logger.getLogger(MqttConnection.class);

    private static final Set<Reason> WRONG_TOPIC = EnumSet.of(Reason.FOREIGN_STATION, Reason.UNKNOWN_TOPIC);

    private final MqttEndpoint logger;
    private final String station;
    private final Intake intake;
    private final Clock clock;
    private final ErrorTopic errors;
    private final Context eventLoop = Vertx.currentContext();
    private int unacknowledged;
    private boolean closing;

    MqttConnection(MqttEndpoint logger, String station, Intake intake, Clock clock, ObjectMapper json) {
        this.logger = logger;
        this.station = station;
        this.intake = intake;
        this.clock = clock;
        this.errors = new ErrorTopic(logger, station, json);
    }

    /** @param bound most messages that may wait for their acknowledgement */
    void serve(int bound, Runnable closed) {
        logger.publishHandler(message -> receive(message, bound))
                .publishReleaseHandler(logger::publishComplete)
                .subscribeHandler(errors::subscribe)
                .unsubscribeHandler(errors::unsubscribe)
                .exceptionHandler(failure -> {
                    LOG.debugf("Connection of %s: %s", station, failure.getMessage());
                    close(MqttDisconnectReasonCode.MALFORMED_PACKET);
                })
                .closeHandler(end -> closed.run());
    }

    /** Another connection has come with the same client id. */
    void takenOver() {
        eventLoop.runOnContext(now -> close(MqttDisconnectReasonCode.SESSION_TAKEN_OVER));
    }

    private void receive(MqttPublishMessage message, int bound) {
        if (closing) {
            return;
        }
        if (unacknowledged >= bound) {
            close(MqttDisconnectReasonCode.RECEIVE_MAXIMUM_EXCEEDED);
            return;
        }
        Telegram telegram = Telegram.of(
                Door.MQTT, station, message.topicName(), message.payload().getBytes(), clock.instant());
        try {
            CompletableFuture<Outcome> outcome = intake.accept(telegram);
            unacknowledged++;
            outcome.whenComplete((stored, failure) -> eventLoop.runOnContext(now -> {
                unacknowledged--;
                if (failure == null && !closing && logger.isConnected()) {
                    committed(message, stored);
                }
            }));
        } catch (IntakeBusyException e) {
            // Not taken in, so not acknowledged: the logger sends it again when it is back.
            close(MqttDisconnectReasonCode.SERVER_BUSY);
        }
    }

    /** Whether the telegram is refused for its topic, whatever is in it. */
    private static boolean wrongTopic(Outcome outcome) {
        return outcome.rejected()
                && WRONG_TOPIC.contains(outcome.refusals().get(0).reason());
    }

    private void committed(MqttPublishMessage message, Outcome outcome) {
        if (wrongTopic(outcome) && !MqttDoor.isMqtt5(logger)) {
            // MQTT 3.1.1 knows no other way to say that a publish is not allowed.
            close(MqttDisconnectReasonCode.NOT_AUTHORIZED);
            return;
        }
        switch (message.qosLevel()) {
            case AT_LEAST_ONCE -> acknowledge(message.messageId(), reasonCode(outcome));
            // Sent again it would be a duplicate and change nothing, so no more than this is needed.
            case EXACTLY_ONCE -> logger.publishReceived(message.messageId());
            default -> LOG.tracef("%s needs no acknowledgement", outcome.telegram());
        }
        if (outcome.quarantined() > 0) {
            errors.tell(outcome);
        }
    }

    private void acknowledge(int messageId, MqttPubAckReasonCode reason) {
        if (MqttDoor.isMqtt5(logger)) {
            logger.publishAcknowledge(messageId, reason, MqttProperties.NO_PROPERTIES);
        } else {
            logger.publishAcknowledge(messageId);
        }
    }

    private static MqttPubAckReasonCode reasonCode(Outcome outcome) {
        if (wrongTopic(outcome)) {
            return MqttPubAckReasonCode.NOT_AUTHORIZED;
        }
        return outcome.rejected() ? MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID : MqttPubAckReasonCode.SUCCESS;
    }

    /** Closes when what was read with the message at hand has been passed over. */
    private void close(MqttDisconnectReasonCode reason) {
        if (!closing) {
            closing = true;
            eventLoop.runOnContext(now -> {
                if (logger.isConnected()) {
                    logger.disconnect(reason, MqttProperties.NO_PROPERTIES);
                }
            });
        }
    }
}
