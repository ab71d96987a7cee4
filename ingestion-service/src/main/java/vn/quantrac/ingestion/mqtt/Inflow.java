package vn.quantrac.ingestion.mqtt;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * What a logger has published and what is not acknowledged yet, in its order. What cannot be taken in now is held back
 * and nothing more is read, so that it is bounded by what one read of the socket gives.
 */
final class Inflow {
    private final Tap tap;
    private final int most;
    private final Predicate<MqttPublishMessage> intake;
    private final Deque<MqttPublishMessage> held = new ArrayDeque<>();
    private int taken;
    private int unacknowledged;

    /**
     * @param most messages that may be taken in and not committed
     * @param intake takes a message in, or says that there is no room for it
     */
    Inflow(Tap tap, int most, Predicate<MqttPublishMessage> intake) {
        this.tap = tap;
        this.most = most;
        this.intake = intake;
    }

    void add(MqttPublishMessage message) {
        if (message.qosLevel() != MqttQoS.AT_MOST_ONCE) {
            unacknowledged++;
        }
        held.add(message);
    }

    /** How many messages of QoS 1 and 2 wait for their acknowledgement. */
    int unacknowledged() {
        return unacknowledged;
    }

    /** A message that was taken in is committed. */
    void done(MqttPublishMessage message) {
        taken--;
        if (message.qosLevel() != MqttQoS.AT_MOST_ONCE) {
            unacknowledged--;
        }
    }

    /**
     * Takes in what there is room for.
     *
     * @return false when the intake has no room, so that it must be asked again later
     */
    boolean flow() {
        boolean room = true;
        while (room && !held.isEmpty() && taken < most && !tap.isClogged()) {
            room = intake.test(held.peek());
            if (room) {
                held.remove();
                taken++;
            }
        }
        tap.set(held.isEmpty());
        return room;
    }
}
