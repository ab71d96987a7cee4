package vn.quantrac.ingestion.mqtt;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/** Serves a port on one event loop; several of them share it, so that no single one is the bottleneck. */
final class Listener extends AbstractVerticle {
    private static final Logger LOG = Logger.getLogger(Listener.class);

    private final MqttServerOptions options;
    private final Handler<MqttEndpoint> loggers;
    private final IntConsumer port;

    /** @param port is told the port that is listened on */
    Listener(MqttServerOptions options, Handler<MqttEndpoint> loggers, IntConsumer port) {
        this.options = options;
        this.loggers = loggers;
        this.port = port;
    }

    @Override
    public void start(Promise<Void> started) {
        MqttServer.create(vertx, options)
                .endpointHandler(loggers)
                .exceptionHandler(failure -> LOG.debug("A connection failed before it was accepted", failure))
                .listen()
                .onSuccess(server -> port.accept(server.actualPort()))
                .<Void>mapEmpty()
                .onComplete(started);
    }
}
