package vn.quantrac.ingestion.mqtt;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.net.impl.NetSocketInternal;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.impl.MqttEndpointImpl;
import java.lang.reflect.Field;

/**
 * Stops and starts the reading of a connection, so that TCP itself tells its logger to wait. vertx-mqtt 4.5 has no word
 * for that, therefore the socket below is asked. Only on the event loop of the connection.
 */
@RegisterForReflection(targets = MqttEndpointImpl.class, methods = false)
final class Tap {
    private static final Field SOCKET = socketField();

    private final NetSocketInternal socket;
    private boolean open = true;

    Tap(MqttEndpoint logger) {
        try {
            this.socket = (NetSocketInternal) SOCKET.get(logger);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field socketField() {
        try {
            Field field = MqttEndpointImpl.class.getDeclaredField("conn");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("Another version of vertx-mqtt than this was written for", e);
        }
    }

    void set(boolean toOpen) {
        if (open != toOpen) {
            open = toOpen;
            socket.channelHandlerContext().channel().config().setAutoRead(toOpen);
        }
    }

    /** Whether the logger does not read what it is sent. */
    boolean isClogged() {
        return socket.writeQueueFull();
    }

    /** @param handler is called when the logger has read what it was sent */
    void onCleared(Runnable handler) {
        socket.drainHandler(now -> handler.run());
    }
}
