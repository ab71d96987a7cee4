package vn.quantrac.embedded;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.activemq.artemis.core.server.ActiveMQServer;

/** The distribution of Keycloak as Maven keeps it: a dependency of this module, but never on a class path. */
record KeycloakZip(Path file) {
    static KeycloakZip find() {
        String version = Versions.keycloak();
        String name = "keycloak-quarkus-dist-" + version + ".zip";
        String configured = System.getenv("QUANTRAC_KEYCLOAK_ZIP");
        Path jar = jarOfAnotherDependency();
        return Stream.of(
                        configured == null ? jar.resolveSibling(name) : Path.of(configured),
                        jar.resolveSibling(name),
                        inRepositoryOf(jar).resolve(Path.of("org/keycloak/keycloak-quarkus-dist", version, name)))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(KeycloakZip::new)
                .orElseThrow(() -> new IllegalStateException(
                        name + " is neither beside " + jar + " nor in its repository; build the project once"));
    }

    /** Any jar that the same build has resolved shows where the zip is: in the same folder or the same repository. */
    private static Path jarOfAnotherDependency() {
        try {
            return Path.of(ActiveMQServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code <repository>/org/apache/artemis/artemis-server/<version>/<jar>}. */
    private static Path inRepositoryOf(Path jar) {
        Path folder = jar;
        for (int level = 0; level < 6 && folder.getParent() != null; level++) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Unpacks what is below the single top folder of the zip. */
    void unpackTo(Path directory) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path inside = Path.of(entry.getName());
                if (inside.getNameCount() < 2) {
                    continue;
                }
                Path target = directory
                        .resolve(inside.subpath(1, inside.getNameCount()))
                        .normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("Entry outside the distribution: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }
}
