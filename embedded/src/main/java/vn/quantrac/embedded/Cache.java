package vn.quantrac.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The per-user folder for what is unpacked or built once: {@code QUANTRAC_CACHE}, else {@code ~/.cache/quantrac}. */
final class Cache {
    private Cache() {}

    static Path directory() {
        String configured = System.getenv("QUANTRAC_CACHE");
        Path directory = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "quantrac")
                : Path.of(configured);
        return create(directory.toAbsolutePath());
    }

    static Path directory(String name) {
        return create(directory().resolve(name));
    }

    private static Path create(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + directory, e);
        }
    }
}
