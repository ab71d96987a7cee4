package vn.quantrac.ingestion.mqtt;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The open ports of the door. */
@ApplicationScoped
class Listeners {
    private static final Logger LOG = Logger.getLogger(Listeners.class);
    private static final int PATIENCE_SECONDS = 10;
    /** A small frame may unfold to a thousand times its size. */
    private static final int LARGEST_FRAME = 65_536;

    private final Vertx vertx;
    private final MqttDoorConfig config;
    private final Map<Transport, Integer> ports = new EnumMap<>(Transport.class);
    private final List<String> deployments = new ArrayList<>();
    private DoorCertificate certificate;

    Listeners(Vertx vertx, MqttDoorConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** Opens every port that is configured. */
    void open(Handler<MqttEndpoint> loggers) throws Exception {
        for (Transport transport : Transport.values()) {
            if (transport.isOn(config)) {
                MqttServerOptions options = options(transport);
                DeploymentOptions loops = new DeploymentOptions()
                        .setInstances(Runtime.getRuntime().availableProcessors());
                deployments.add(vertx.deployVerticle(
                                () -> new Listener(options, loggers, port -> listens(transport, port)), loops)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
                LOG.infof("The MQTT door listens on port %d (%s)", port(transport), transport);
            }
        }
    }

    private synchronized void listens(Transport transport, int port) {
        ports.put(transport, port);
    }

    /** The port it listens on for a transport that is on. */
    synchronized int port(Transport transport) {
        return ports.get(transport);
    }

    void close() throws Exception {
        for (String deployment : deployments) {
            vertx.undeploy(deployment)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        if (certificate != null) {
            certificate.close();
        }
    }

    private MqttServerOptions options(Transport transport) throws Exception {
        int port = transport.port(config);
        // To Vert.x every negative number is one free port, which all who name it share.
        int shared = -1 - transport.ordinal();
        MqttServerOptions options = new MqttServerOptions()
                .setHost(config.host())
                .setPort(port == 0 ? shared : port)
                .setMaxMessageSize((int) config.maxMessage().asLongValue())
                .setTimeoutOnConnect(config.connectSeconds())
                .setAutoClientId(false)
                .setUseWebSocket(transport.webSocket)
                // vertx-mqtt fails without any compression; this one is not spoken by clients of today.
                .setPerFrameWebSocketCompressionSupported(true)
                .setPerMessageWebSocketCompressionSupported(false);
        options.setWebSocketMaxFrameSize(LARGEST_FRAME);
        if (transport.encrypted) {
            if (certificate == null) {
                certificate = DoorCertificate.of(config, vertx);
            }
            options.setSsl(true)
                    .setKeyCertOptions(KeyCertOptions.wrap(certificate))
                    .setClientAuth(ClientAuth.REQUEST)
                    .setTrustOptions(TrustOptions.wrap(new AnyClient()));
        }
        return options;
    }
}
