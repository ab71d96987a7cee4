package vn.quantrac.ingestion.mqtt;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import vn.quantrac.ingestion.intake.DoorOrder;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.registry.StationSignIn;

/**
 * The MQTT door for loggers, 3.1.1 and 5. It is not a broker: a station publishes its own readings, which are
 * acknowledged when PostgreSQL has committed, and may hear what was refused of them.
 */
@ApplicationScoped
public class MqttDoor {
    private static final Logger LOG = Logger.getLogger(MqttDoor.class);
    private static final int MQTT_5 = 5;

    private final Vertx vertx;
    private final StationSignIn signIn;
    private final Intake intake;
    private final MqttDoorConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    /** By station and client id, so that no station can end another's connection. */
    private final Map<String, MqttConnection> connections = new ConcurrentHashMap<>();

    private MqttServer server;

    MqttDoor(
            Vertx vertx,
            StationSignIn signIn,
            Intake intake,
            MqttDoorConfig config,
            ObjectMapper json,
            Clock clock,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.signIn = signIn;
        this.intake = intake;
        this.config = config;
        this.json = json;
        this.clock = clock;
        metrics.gaugeMapSize("ingestion.mqtt.connections", Tags.empty(), connections);
    }

    void open(@Observes @Priority(DoorOrder.OPEN) StartupEvent event) throws Exception {
        MqttServerOptions options = new MqttServerOptions()
                .setHost(config.host())
                .setPort(config.port())
                .setMaxMessageSize((int) config.maxMessage().asLongValue())
                .setTimeoutOnConnect(config.connectSeconds())
                .setAutoClientId(true);
        server = MqttServer.create(vertx, options)
                .endpointHandler(this::connect)
                .exceptionHandler(failure -> LOG.debug("A connection failed before it was accepted", failure))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        LOG.infof("The MQTT door listens on port %d", server.actualPort());
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    void close(@Observes @Priority(DoorOrder.CLOSE) ShutdownEvent event) throws Exception {
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private void connect(MqttEndpoint logger) {
        Optional<String> station = Optional.ofNullable(logger.auth())
                .flatMap(auth -> signIn.station(auth.getUsername(), auth.getPassword()));
        if (station.isEmpty()) {
            // The user name may be a password in the wrong field, so it is not logged.
            LOG.infof("A logger at %s is refused: not a station and its secret", logger.remoteAddress());
            logger.reject(
                    isMqtt5(logger)
                            ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
                            : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
            return;
        }
        MqttConnection connection = new MqttConnection(logger, station.get(), intake, clock, json);
        String key = station.get() + "/" + logger.clientIdentifier();
        MqttConnection before = connections.put(key, connection);
        if (before != null) {
            before.takenOver();
        }
        connection.serve(bound(logger), () -> connections.remove(key, connection));
        logger.accept(false, isMqtt5(logger) ? limits() : MqttProperties.NO_PROPERTIES);
    }

    private int bound(MqttEndpoint logger) {
        return isMqtt5(logger) ? config.receiveMaximum() : config.unacknowledged();
    }

    private MqttProperties limits() {
        MqttProperties limits = new MqttProperties();
        limits.add(new IntegerProperty(MqttPropertyType.RECEIVE_MAXIMUM.value(), config.receiveMaximum()));
        limits.add(new IntegerProperty(MqttPropertyType.MAXIMUM_QOS.value(), 1));
        limits.add(new IntegerProperty(MqttPropertyType.RETAIN_AVAILABLE.value(), 0));
        limits.add(new IntegerProperty(MqttPropertyType.MAXIMUM_PACKET_SIZE.value(), (int)
                config.maxMessage().asLongValue()));
        limits.add(new IntegerProperty(MqttPropertyType.WILDCARD_SUBSCRIPTION_AVAILABLE.value(), 0));
        limits.add(new IntegerProperty(MqttPropertyType.SHARED_SUBSCRIPTION_AVAILABLE.value(), 0));
        return limits;
    }

    static boolean isMqtt5(MqttEndpoint logger) {
        return logger.protocolVersion() >= MQTT_5;
    }
}
