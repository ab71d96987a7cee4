package vn.quantrac.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

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

    /** What puts the files into an absent folder. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /**
     * A folder that is filled once. Others wait while one process fills it, and the rename at the end makes a
     * half-filled one impossible.
     */
    static Path once(String name, Filling filling) {
        Path folder = directory().resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try (FileChannel channel = FileChannel.open(
                        directory().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(folder)) {
                Path unfinished = folder.resolveSibling(name + ".unfinished");
                Directories.delete(unfinished);
                filling.fill(unfinished);
                Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + folder, e);
        }
    }

    private static Path create(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + directory, e);
        }
    }
}
