package vn.quantrac.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Keycloak as a process of its own, below {@code /auth}. */
public final class Keycloak implements AutoCloseable {
    private static final int STOP_SECONDS = 10;
    private static final Duration POLL = Duration.ofMillis(200);

    private final KeycloakOptions options;
    private final Process process;
    private final Path log;

    private Keycloak(KeycloakOptions options, Process process, Path log) {
        this.options = options;
        this.process = process;
        this.log = log;
    }

    /** The process to start, with the demo secrets in its environment; builds the distribution when that was never done. */
    public static ProcessBuilder process(KeycloakOptions options) {
        Path distribution = KeycloakDistribution.built();
        prepareHome(options, distribution);
        ProcessBuilder builder = KeycloakDistribution.command(
                distribution,
                options.home().toAbsolutePath(),
                List.of("-Xms64m", "-Xmx384m", "-XX:TieredStopAtLevel=1"),
                arguments(options));
        builder.environment().putAll(DemoSecrets.environment());
        // By environment, since a command line is readable by everybody on the machine.
        builder.environment().put("KC_DB_PASSWORD", options.databasePassword());
        return builder;
    }

    private static List<String> arguments(KeycloakOptions options) {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + options.port(),
                "--http-management-port=" + options.managementPort(),
                "--hostname=" + options.publicUrl(),
                "--hostname-backchannel-dynamic=true",
                "--proxy-headers=xforwarded",
                "--db-url=" + options.database(),
                "--db-username=" + options.databaseUser(),
                "--db-pool-initial-size=1",
                "--db-pool-min-size=1",
                "--db-pool-max-size=10",
                "--log-level=warn");
    }

    /** A home of its own that borrows the program, so that many servers can run from one distribution. */
    private static void prepareHome(KeycloakOptions options, Path distribution) {
        try {
            Path home = Files.createDirectories(options.home().toAbsolutePath());
            for (String part : List.of("conf", "lib", "providers", "themes")) {
                Path link = home.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(part));
            }
            options.realms().writeTo(home.resolve("data").resolve("import"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts Keycloak; {@link #awaitReady} tells when it can be used. */
    public static Keycloak start(KeycloakOptions options) {
        ProcessBuilder builder = process(options);
        Path log = options.home().resolve("keycloak.log");
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            return new Keycloak(options, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the realms are imported and requests are answered. */
    public Keycloak awaitReady(Duration atMost) {
        Instant end = Instant.now().plus(atMost);
        while (!isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                close();
                throw new IllegalStateException(options + " did not start, see " + log);
            }
            sleep();
        }
        return this;
    }

    private boolean isReady() {
        URI health = URI.create("http://localhost:" + options.managementPort() + "/auth/health/ready");
        try {
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Keycloak starts", e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Keycloak starts", e);
        }
    }

    /** The address of a realm as this machine reaches it. */
    public String realmUrl(String realm) {
        return "http://localhost:" + options.port() + "/auth/realms/" + realm;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
