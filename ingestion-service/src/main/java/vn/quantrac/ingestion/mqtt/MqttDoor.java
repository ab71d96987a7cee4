package vn.quantrac.ingestion.mqtt;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import vn.quantrac.ingestion.intake.DoorOrder;
import vn.quantrac.ingestion.intake.Intake;
import vn.quantrac.ingestion.registry.SignedIn;
import vn.quantrac.ingestion.registry.StationSignIn;
import vn.quantrac.ingestion.telegram.Telegram;

/**
 * The MQTT door for loggers, 3.1.1 and 5. It is not a broker: a station publishes its own readings, which are
 * acknowledged when PostgreSQL has committed, and may hear what was refused of them and what it is told to do.
 */
@ApplicationScoped
public class MqttDoor {
    private static final Logger LOG = Logger.getLogger(MqttDoor.class);
    private static final int MQTT_5 = 5;
    private static final long SIGN_IN_CHECK_MILLIS = 500;
    private static final long COMMAND_CHECK_MILLIS = 1_000;

    private final Vertx vertx;
    private final Listeners listeners;
    private final DoorSignIn doorSignIn;
    private final StationSignIn signIn;
    private final Behind behind;
    private final CommandDelivery commands;
    private final Wills wills;
    private final MqttDoorConfig config;
    private final Limits limits;
    /** By station and client id, so that no station can end another's connection. */
    private final Map<String, MqttConnection> connections = new ConcurrentHashMap<>();

    private long signInCheck;
    private long commandCheck;
    private volatile boolean closed;

    MqttDoor(
            Vertx vertx,
            Listeners listeners,
            StationSignIn signIn,
            Intake intake,
            CommandDelivery commands,
            Wills wills,
            MqttDoorConfig config,
            ObjectMapper json,
            Clock clock,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.listeners = listeners;
        this.doorSignIn = new DoorSignIn(signIn);
        this.signIn = signIn;
        this.behind = new Behind(intake, commands, clock, json);
        this.commands = commands;
        this.wills = wills;
        this.config = config;
        this.limits = new Limits(config);
        metrics.gaugeMapSize("ingestion.mqtt.connections", Tags.empty(), connections);
    }

    void open(@Observes @Priority(DoorOrder.OPEN) StartupEvent event) throws Exception {
        listeners.open(this::connect);
        signInCheck = vertx.setPeriodic(SIGN_IN_CHECK_MILLIS, now -> endWhatNoLongerHolds());
        commandCheck = vertx.setPeriodic(COMMAND_CHECK_MILLIS, now -> commands.deliver(connections.values()));
    }

    /** The port for MQTT over TCP. */
    public int port() {
        return port(Transport.TCP);
    }

    /** The port of a transport that is on. */
    public int port(Transport transport) {
        return listeners.port(transport);
    }

    void close(@Observes @Priority(DoorOrder.CLOSE) ShutdownEvent event) throws Exception {
        closed = true;
        vertx.cancelTimer(signInCheck);
        vertx.cancelTimer(commandCheck);
        listeners.close();
    }

    private void connect(MqttEndpoint logger) {
        Optional<SignedIn> signedIn = doorSignIn.of(logger);
        if (signedIn.isEmpty()) {
            // The user name may be a password in the wrong field, so it is not logged.
            LOG.infof("A logger at %s is refused: not a station and its credential", logger.remoteAddress());
            logger.reject(
                    isMqtt5(logger)
                            ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
                            : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
            return;
        }
        boolean nameless = logger.clientIdentifier() == null;
        if (nameless) {
            logger.setClientIdentifier(UUID.randomUUID().toString());
        }
        int bound = isMqtt5(logger) ? config.receiveMaximum() : config.unacknowledged();
        MqttConnection connection = new MqttConnection(logger, signedIn.get(), bound, behind);
        String key = signedIn.get().station() + "/" + logger.clientIdentifier();
        MqttConnection before = connections.put(key, connection);
        if (before != null) {
            before.end(MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
        }
        connection.serve(config.receiveMaximum(), will -> ended(key, connection, will));
        logger.accept(
                false,
                isMqtt5(logger)
                        ? limits.told(nameless ? logger.clientIdentifier() : null)
                        : MqttProperties.NO_PROPERTIES);
    }

    private void ended(String key, MqttConnection connection, Optional<Telegram> will) {
        connections.remove(key, connection);
        // Loggers whose connections end with the service have not failed, and a revoked credential says nothing more.
        if (!closed && signIn.stillHolds(connection.signedIn())) {
            will.ifPresent(wills::take);
        }
    }

    /** A credential or station that the registry has ended keeps no connection. */
    private void endWhatNoLongerHolds() {
        for (MqttConnection connection : connections.values()) {
            if (!signIn.stillHolds(connection.signedIn())) {
                LOG.infof(
                        "A connection of %s ends with its credential",
                        connection.signedIn().station());
                connection.end(MqttDisconnectReasonCode.NOT_AUTHORIZED);
            }
        }
    }

    static boolean isMqtt5(MqttEndpoint logger) {
        return logger.protocolVersion() >= MQTT_5;
    }
}
