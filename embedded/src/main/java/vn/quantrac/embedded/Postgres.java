package vn.quantrac.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** A real PostgreSQL on localhost whose users sign in by password. */
public final class Postgres implements AutoCloseable {
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private final boolean durable;
    private EmbeddedPostgres server;
    private SuperUser superUser;

    private Postgres(Path data, int port, boolean durable) {
        this.data = data.toAbsolutePath().normalize();
        this.port = port == 0 ? Ports.free() : port;
        this.durable = durable;
    }

    /**
     * Starts a server whose data survives, also when an earlier run left its server or its pid file behind.
     *
     * @param data made by initdb when empty or absent
     * @param port 0 for a free one
     */
    public static Postgres start(Path data, int port) {
        Postgres postgres = new Postgres(data, port, true);
        postgres.start();
        return postgres;
    }

    /** Starts an empty server on a free port, deleted on close; it does not wait for the disk, so it is fast. */
    public static Postgres temporary() {
        return startTemporary(TemporaryData.create());
    }

    /** As {@link #temporary()}, but with the data that {@link #save} has kept. */
    static Postgres temporary(Path saved) throws IOException {
        Path data = TemporaryData.create();
        Directories.copy(saved, data);
        return startTemporary(data);
    }

    private static Postgres startTemporary(Path data) {
        Postgres postgres = new Postgres(data, 0, false);
        postgres.start();
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "postgres-stop"));
        return postgres;
    }

    private void start() {
        LeftOverServer.of(data).ifPresent(LeftOverServer::stop);
        superUser = SuperUser.of(data);
        Path log = data.resolveSibling(data.getFileName() + ".log");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Cache.directory("postgres").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setDataDirectoryCustomizer(directory -> superUser.remember())
                .setConnectConfig("password", superUser.password())
                .setPort(port)
                .setPGStartupWait(STARTUP)
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()));
        PostgresSettings.apply(builder, durable);
        try {
            Files.createDirectories(data);
            // A start that failed, as when the server is killed meanwhile, holds its lock while this process lives.
            Files.deleteIfExists(data.resolve("epg-lock"));
            server = builder.start();
            superUser.requirePasswords(server.getPostgresDatabase());
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new IllegalStateException("PostgreSQL did not start" + hint() + ", see " + log, e);
        }
    }

    /** PostgreSQL never runs as root; where user namespaces are forbidden it cannot be made believe otherwise. */
    private static String hint() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return root && !LinuxUtils.isUnshareAvailable()
                ? ": root may not use it here (\"unshare -U\" is forbidden), try as a normal user"
                : "";
    }

    /** The folder of a temporary server, deleted with it. */
    Path folder() {
        return data.getParent();
    }

    /** The port of the server on localhost. */
    public int port() {
        return port;
    }

    /** The JDBC address of a database, without user and password. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /**
     * Makes a database that only its own user may enter, or gives an existing one's user this password.
     *
     * @throws IllegalArgumentException when a name is not lower-case letters, digits and underscores
     */
    public void createDatabase(String name, String user, String password) {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            new OwnedDatabase(name, user, password).createWith(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create database " + name, e);
        }
    }

    /** Keeps a copy of all data in an absent folder; the server is stopped for it. */
    void save(Path folder) throws IOException {
        stop();
        Directories.copy(data, folder);
    }

    /** Whether the server runs, as its pid file says. */
    public boolean isRunning() {
        return LeftOverServer.of(data).isPresent();
    }

    /** Ends the server as {@code kill -9} does, its workers included. */
    public void kill() {
        LeftOverServer.of(data).ifPresent(LeftOverServer::kill);
    }

    /** Stops the server if it runs and starts it again on the same data and port. */
    public void restart() {
        stop();
        start();
    }

    @Override
    public void close() {
        if (durable) {
            stop();
        } else {
            kill();
            Directories.delete(data.getParent());
        }
    }

    private void stop() {
        Optional<LeftOverServer> running = LeftOverServer.of(data);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // It returns a moment before the process has ended, and on a busy machine it gives up.
        running.ifPresent(LeftOverServer::stop);
    }
}
