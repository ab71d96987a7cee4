package vn.quantrac.ingestion.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPubAckMessage;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import vn.quantrac.ingestion.command.Delivery;
import vn.quantrac.ingestion.intake.IntakeBusyException;
import vn.quantrac.ingestion.registry.SignedIn;
import vn.quantrac.ingestion.telegram.Door;
import vn.quantrac.ingestion.telegram.Outcome;
import vn.quantrac.ingestion.telegram.Reason;
import vn.quantrac.ingestion.telegram.Telegram;

/** One logger that is connected. Everything here runs on the event loop of its connection. */
final class MqttConnection {
    private static final Logger LOG = Logger.getLogger(MqttConnection.class);

    private static final long RETRY_MILLIS = 250;
    private static final Set<Reason> WRONG_TOPIC = EnumSet.of(Reason.FOREIGN_STATION, Reason.UNKNOWN_TOPIC);

    private final MqttEndpoint logger;
    private final SignedIn signedIn;
    private final Behind behind;
    private final ErrorTopic errors;
    private final CommandTopic commands;
    private final Subscriptions subscriptions;
    private final Will will;
    private final Tap tap;
    private final Inflow inflow;
    private final Context eventLoop = Vertx.currentContext();
    private boolean waiting;
    private boolean closing;

    /** @param bound most messages that may wait for their acknowledgement */
    MqttConnection(MqttEndpoint logger, SignedIn signedIn, int bound, Behind behind) {
        this.logger = logger;
        this.signedIn = signedIn;
        this.behind = behind;
        this.errors = ErrorTopic.of(logger, signedIn.station(), behind.json());
        this.commands = new CommandTopic(logger, signedIn.station(), behind.json());
        this.subscriptions = new Subscriptions(
                logger, Map.of(errors.name(), MqttQoS.AT_MOST_ONCE, commands.name(), MqttQoS.AT_LEAST_ONCE));
        this.will = new Will(logger, signedIn.station());
        this.tap = new Tap(logger);
        this.inflow = new Inflow(tap, bound, this::take);
    }

    /** @param closed is given the will of a logger that has not said goodbye, when the connection has ended */
    void serve(int receiveMaximum, Ended closed) {
        tap.onCleared(this::flow);
        logger.publishHandler(message -> receive(message, receiveMaximum))
                .publishReleaseHandler(logger::publishComplete)
                .publishAcknowledgeMessageHandler(this::acknowledged)
                .subscribeHandler(subscriptions::subscribe)
                .unsubscribeHandler(subscriptions::unsubscribe)
                .disconnectMessageHandler(will::disconnected)
                .exceptionHandler(failure -> {
                    LOG.debugf("Connection of %s: %s", signedIn.station(), failure.getMessage());
                    close(MqttDisconnectReasonCode.MALFORMED_PACKET);
                })
                .closeHandler(end -> {
                    closing = true;
                    commands.taken().ifPresent(behind.commands()::release);
                    closed.with(will.atTheEnd(behind.clock().instant()));
                });
    }

    SignedIn signedIn() {
        return signedIn;
    }

    /** Ends it from any thread. */
    void end(MqttDisconnectReasonCode reason) {
        eventLoop.runOnContext(now -> close(reason));
    }

    /** Whether a command would be heard now; from any thread. */
    boolean hearsCommands() {
        return subscriptions.has(commands.name()) && commands.isFree();
    }

    /** Says a command, from any thread; one that is not heard is given back. */
    void say(Delivery command) {
        eventLoop.runOnContext(now -> {
            if (closing || !logger.isConnected() || !hearsCommands()) {
                behind.commands().release(command);
            } else {
                commands.say(command, behind.clock().instant());
            }
        });
    }

    private void acknowledged(MqttPubAckMessage message) {
        commands.acknowledged(message).ifPresent(command -> {
            if (message.code() != null && message.code().isError()) {
                behind.commands().refused(command, message.code().name());
            } else {
                behind.commands().delivered(command);
            }
        });
    }

    private void receive(MqttPublishMessage message, int receiveMaximum) {
        if (closing) {
            return;
        }
        inflow.add(message);
        if (MqttDoor.isMqtt5(logger) && inflow.unacknowledged() > receiveMaximum) {
            close(MqttDisconnectReasonCode.RECEIVE_MAXIMUM_EXCEEDED);
            return;
        }
        flow();
    }

    private void flow() {
        if (!closing && !inflow.flow() && !waiting) {
            waiting = true;
            eventLoop.owner().setTimer(RETRY_MILLIS, now -> {
                waiting = false;
                flow();
            });
        }
    }

    private boolean take(MqttPublishMessage message) {
        Optional<UUID> command = commands.answeredOn(message.topicName());
        command.ifPresent(id -> keepAnswer(message, id));
        return command.isPresent() || takeIn(message);
    }

    private void keepAnswer(MqttPublishMessage message, UUID command) {
        behind.commands()
                .answered(signedIn.station(), command, message.payload().getBytes())
                .onComplete(kept -> eventLoop.runOnContext(now -> {
                    if (kept.succeeded() && kept.result()) {
                        inflow.done(message);
                        acknowledge(message, MqttPubAckReasonCode.SUCCESS);
                        flow();
                    } else if (kept.failed() || !takeIn(message)) {
                        // Not stored, so not acknowledged: the logger sends it again when it is back.
                        close(MqttDisconnectReasonCode.SERVER_BUSY);
                    }
                }));
    }

    private boolean takeIn(MqttPublishMessage message) {
        Telegram telegram = Telegram.of(
                Door.MQTT,
                signedIn.station(),
                message.topicName(),
                message.payload().getBytes(),
                behind.clock().instant());
        try {
            CompletableFuture<Outcome> outcome = behind.intake().accept(telegram);
            outcome.whenComplete((stored, failure) -> eventLoop.runOnContext(now -> {
                inflow.done(message);
                if (failure == null) {
                    committed(message, stored);
                }
                flow();
            }));
            return true;
        } catch (IntakeBusyException e) {
            return false;
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
        acknowledge(message, reasonCode(outcome));
        if (outcome.quarantined() > 0 && !closing && subscriptions.has(errors.name()) && !tap.isClogged()) {
            errors.tell(outcome);
        }
    }

    private void acknowledge(MqttPublishMessage message, MqttPubAckReasonCode reason) {
        if (closing || !logger.isConnected()) {
            return;
        }
        if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
            // Sent again it would be a duplicate and change nothing, so no more than this is needed.
            logger.publishReceived(message.messageId());
        } else if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE && MqttDoor.isMqtt5(logger)) {
            logger.publishAcknowledge(message.messageId(), reason, MqttProperties.NO_PROPERTIES);
        } else if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE) {
            logger.publishAcknowledge(message.messageId());
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
