package vn.quantrac.local.launch;

import java.nio.file.Path;
import java.util.Map;
import vn.quantrac.local.CannotRunException;
import vn.quantrac.local.logger.SampleTime;

/**
 * What a run on one machine can be told from outside.
 *
 * @param root the checkout with the built services
 * @param data where everything of this run is kept; survives a restart
 * @param port the one public port of the gateway
 * @param sample whether the sample province and its loggers run
 * @param sampleTime the time in which the sample loggers live
 */
public record Settings(Path root, Path data, int port, boolean sample, SampleTime sampleTime) {

    /** Reads QUANTRAC_PORT, QUANTRAC_DATA, QUANTRAC_SAMPLE and what {@link SampleTime} reads. */
    static Settings from(Path root, Map<String, String> environment) {
        return new Settings(
                root,
                Path.of(environment.getOrDefault(
                                "QUANTRAC_DATA", root.resolve(".quantrac").toString()))
                        .toAbsolutePath(),
                port(environment.getOrDefault("QUANTRAC_PORT", "8080")),
                isOn("QUANTRAC_SAMPLE", environment.getOrDefault("QUANTRAC_SAMPLE", "on")),
                SampleTime.from(environment));
    }

    /** Nothing else than the two words: a sample province in a database of somebody who wrote "false" would stay. */
    private static boolean isOn(String name, String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new CannotRunException(name + " must be on or off, not '" + text + "'.");
        };
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are no port.
        }
        throw new CannotRunException("QUANTRAC_PORT must be a port number from 1 to 65535, not '" + text + "'.");
    }

    String publicUrl() {
        return "http://localhost:" + port;
    }
}
