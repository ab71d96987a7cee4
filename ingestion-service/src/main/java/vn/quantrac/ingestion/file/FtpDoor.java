package vn.quantrac.ingestion.file;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.apache.ftpserver.ConnectionConfig;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.jboss.logging.Logger;
import vn.quantrac.ingestion.intake.DoorOrder;
import vn.quantrac.ingestion.telegram.Door;

/** The FTP door, with FTPS where there is a key store. The reply 226 means: PostgreSQL has committed. */
@ApplicationScoped
public class FtpDoor {
    private static final Logger LOG = Logger.getLogger(FtpDoor.class);

    private final FtpDoorConfig config;
    private final StationUsers users;
    private final Places places;
    private FtpServer server;
    private Listener listener;
    private Listener implicit;

    FtpDoor(FtpDoorConfig config, StationUsers users, Places places) {
        this.config = config;
        this.users = users;
        this.places = places;
    }

    void open(@Observes @Priority(DoorOrder.OPEN) StartupEvent event) throws FtpException {
        FtpServerFactory factory = new FtpServerFactory();
        factory.setUserManager(users);
        factory.setFileSystem(user -> new StationFiles(places.open(user.getName(), Door.FTP)));
        factory.setConnectionConfig(connections());
        factory.setCommandFactory(commands().createCommandFactory());
        listener = listener(config.port(), false);
        factory.addListener("default", listener);
        config.implicitPort().ifPresent(port -> {
            implicit = listener(port, true);
            factory.addListener("implicit", implicit);
        });
        server = factory.createServer();
        server.start();
        LOG.infof("The FTP door listens on port %d", listener.getPort());
        if (implicit != null) {
            LOG.infof("The door of implicit FTPS listens on port %d", implicit.getPort());
        }
    }

    /** The port it listens on. */
    public int port() {
        return listener.getPort();
    }

    /** The port of implicit FTPS. */
    public int implicitPort() {
        return implicit.getPort();
    }

    void close(@Observes @Priority(DoorOrder.CLOSE) ShutdownEvent event) {
        if (server != null) {
            server.stop();
        }
    }

    private ConnectionConfig connections() {
        ConnectionConfigFactory connections = new ConnectionConfigFactory();
        connections.setAnonymousLoginEnabled(false);
        connections.setMaxLogins(config.sessions());
        connections.setMaxThreads(config.sessions());
        return connections.createConnectionConfig();
    }

    private static CommandFactoryFactory commands() {
        CommandFactoryFactory commands = new CommandFactoryFactory();
        commands.addCommand("STOR", new Receive(false));
        commands.addCommand("APPE", new Receive(true));
        commands.addCommand("STOU", new NotSupported("STOU"));
        return commands;
    }

    private Listener listener(int port, boolean implicitTls) {
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setPassivePorts(config.passivePorts());
        config.externalAddress().ifPresent(data::setPassiveExternalAddress);
        data.setActiveIpCheck(true);
        ListenerFactory factory = new ListenerFactory();
        config.host().ifPresent(factory::setServerAddress);
        factory.setPort(port);
        tls().ifPresent(tls -> {
            factory.setSslConfiguration(tls);
            data.setSslConfiguration(tls);
        });
        factory.setImplicitSsl(implicitTls);
        data.setImplicitSsl(implicitTls);
        factory.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        return factory.createListener();
    }

    private Optional<SslConfiguration> tls() {
        return config.keystore().map(keystore -> {
            SslConfigurationFactory tls = new SslConfigurationFactory();
            tls.setKeystoreFile(keystore.toFile());
            tls.setKeystoreType("PKCS12");
            config.keystorePassword().ifPresent(tls::setKeystorePassword);
            tls.setSslProtocol("TLSv1.3", "TLSv1.2");
            return tls.createSslConfiguration();
        });
    }
}
