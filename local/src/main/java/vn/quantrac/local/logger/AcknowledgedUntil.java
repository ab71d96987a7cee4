package vn.quantrac.local.logger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A file with the time up to which everything of a logger is acknowledged. It is whole at any moment. */
final class AcknowledgedUntil {
    private final Path file;

    AcknowledgedUntil(Path folder, String station) {
        this.file = folder.resolve(station);
    }

    /** Empty on the first run, and when the file holds no time: then what was sent is sent again, which harms nobody. */
    Optional<Instant> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(Files.readString(file).strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    void write(Instant until) throws IOException {
        Files.createDirectories(file.getParent());
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, until + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
