package vn.quantrac.local.province;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import vn.quantrac.local.CannotRunException;

/**
 * The secrets of the stations' loggers, as the registry showed them once: a JSON object of station code and secret, in a
 * file that only its owner reads.
 */
public final class Credentials {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private final Map<String, String> secrets;

    private Credentials(Path file, Map<String, String> secrets) {
        this.file = file;
        this.secrets = secrets;
    }

    /**
     * The credentials in a file, none when there is no such file.
     *
     * @throws CannotRunException when it cannot be read as such
     */
    public static Credentials in(Path file) {
        try {
            TreeMap<String, String> secrets = new TreeMap<>();
            if (Files.exists(file)) {
                JSON.readTree(file.toFile())
                        .fields()
                        .forEachRemaining(entry ->
                                secrets.put(entry.getKey(), entry.getValue().asText()));
            }
            return new Credentials(file, secrets);
        } catch (IOException e) {
            throw new CannotRunException("the station credentials in " + file + " cannot be read: " + oneLine(e));
        }
    }

    boolean knows(String station) {
        return secrets.containsKey(station);
    }

    /** @throws IllegalArgumentException when none is known */
    public String secretOf(String station) {
        String secret = secrets.get(station);
        if (secret == null) {
            throw new IllegalArgumentException("No credential of " + station + " in " + file);
        }
        return secret;
    }

    /** All secrets by station code. */
    public Map<String, String> all() {
        return Collections.unmodifiableMap(secrets);
    }

    /** Keeps it at once: the registry never shows it again. */
    void put(String station, String secret) {
        secrets.put(station, secret);
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, JSON.writeValueAsString(secrets) + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CannotRunException("the station credentials cannot be kept in " + file + ": " + oneLine(e));
        }
    }

    private static String oneLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
