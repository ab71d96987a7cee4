package vn.quantrac.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** The database of Keycloak in tests. Its tables and realms are made once and copied then, which saves 15 s a module. */
final class KeycloakTestDatabase {
    static final Duration STARTUP = Duration.ofMinutes(5);
    private static final KeycloakRealms REALMS = KeycloakRealms.tests();
    private static final String NAME = "keycloak";
    private static final String PASSWORD = "keycloak-test";

    private KeycloakTestDatabase() {}

    static Postgres start() {
        String name =
                KeycloakDistribution.name() + "-postgres-" + Versions.postgres() + "-tests-" + REALMS.fingerprint();
        Path saved = Cache.once(name, KeycloakTestDatabase::fill);
        try {
            return Postgres.temporary(saved);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Path folder) throws IOException {
        try (Postgres postgres = Postgres.temporary()) {
            postgres.createDatabase(NAME, NAME, PASSWORD);
            try (Keycloak keycloak = keycloak(postgres, Ports.free())) {
                keycloak.awaitReady(STARTUP);
            }
            postgres.save(folder);
        }
    }

    static Keycloak keycloak(Postgres postgres, int port) {
        return Keycloak.start(new KeycloakOptions(
                port,
                Ports.free(),
                "http://localhost:" + port + "/auth",
                postgres.url(NAME),
                NAME,
                PASSWORD,
                postgres.folder().resolve("keycloak"),
                REALMS));
    }
}
