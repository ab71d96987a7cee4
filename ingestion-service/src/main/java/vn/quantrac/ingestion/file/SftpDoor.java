package vn.quantrac.ingestion.file;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.jboss.logging.Logger;
import vn.quantrac.ingestion.intake.DoorOrder;
import vn.quantrac.ingestion.registry.StationSignIn;

/** The SFTP door. The answer to the close of a file means: PostgreSQL has committed. */
@ApplicationScoped
public class SftpDoor {
    private static final Logger LOG = Logger.getLogger(SftpDoor.class);
    private static final int SFTP_VERSION = 3;
    private static final Duration SIGN_IN = Duration.ofSeconds(30);
    /** Bytes that a logger may send ahead; all sessions together must fit into the memory. */
    private static final long WINDOW = 128 * 1024;

    /** The code of the station that signed in. */
    static final AttributeKey<String> STATION = new AttributeKey<>();

    private final SftpDoorConfig config;
    private final StationSignIn signIn;
    private final Places places;
    private SshServer server;

    SftpDoor(SftpDoorConfig config, StationSignIn signIn, Places places) {
        this.config = config;
        this.signIn = signIn;
        this.places = places;
    }

    void open(@Observes @Priority(DoorOrder.OPEN) StartupEvent event) throws IOException {
        if (!config.enabled()) {
            return;
        }
        server = SshServer.setUpDefaultServer();
        config.host().ifPresent(server::setHost);
        server.setPort(config.port());
        server.setKeyPairProvider(HostKey.of(config));
        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        server.setPasswordAuthenticator((user, secret, session) -> enters(user, secret, session));
        server.setSubsystemFactories(List.of(new StationSftpFactory(places)));
        server.addSessionListener(new Limit());
        SftpModuleProperties.SFTP_VERSION.set(server, SFTP_VERSION);
        CoreModuleProperties.WINDOW_SIZE.set(server, WINDOW);
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.AUTH_TIMEOUT.set(server, SIGN_IN);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, config.idle());
        server.start();
        LOG.infof("The SFTP door listens on port %d", server.getPort());
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    void close(@Observes @Priority(DoorOrder.CLOSE) ShutdownEvent event) throws IOException {
        if (server != null) {
            server.stop(true);
        }
    }

    private boolean enters(String user, String secret, ServerSession session) {
        signIn.station(user, secret).ifPresent(station -> session.setAttribute(STATION, station));
        return session.getAttribute(STATION) != null;
    }

    /** Refuses connections beyond the bound. */
    private final class Limit implements SessionListener {
        @Override
        public void sessionCreated(Session session) {
            if (server.getActiveSessions().size() > config.sessions()) {
                LOG.warnf("More than %d SFTP connections", config.sessions());
                session.close(true);
            }
        }
    }
}
