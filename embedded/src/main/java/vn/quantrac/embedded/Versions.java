package vn.quantrac.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that the build has chosen; what is cached for one is not used for another. */
final class Versions {
    private Versions() {}

    static String keycloak() {
        return of("keycloak");
    }

    static String postgres() {
        return of("postgres");
    }

    private static String of(String part) {
        try (var file = Versions.class.getResourceAsStream("/embedded/versions.properties")) {
            Properties versions = new Properties();
            versions.load(file);
            return versions.getProperty(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
