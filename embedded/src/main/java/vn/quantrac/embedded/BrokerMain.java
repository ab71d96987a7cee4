package vn.quantrac.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The broker as a process of its own, set up by QUANTRAC_MQTT_HOST (localhost), QUANTRAC_MQTT_PORT (1883),
 * QUANTRAC_MQTT_USER, QUANTRAC_MQTT_PASSWORD and QUANTRAC_MQTT_DATA. It ends on SIGTERM.
 */
public final class BrokerMain {
    private BrokerMain() {}

    /** Starts the broker and prints one line when it can be reached. */
    public static void main(String[] arguments) throws InterruptedException {
        logWarnings();
        Map<String, String> environment = System.getenv();
        Broker broker = Broker.start(
                environment.getOrDefault("QUANTRAC_MQTT_HOST", "localhost"),
                Integer.parseInt(environment.getOrDefault("QUANTRAC_MQTT_PORT", "1883")),
                Path.of(required(environment, "QUANTRAC_MQTT_DATA")),
                required(environment, "QUANTRAC_MQTT_USER"),
                required(environment, "QUANTRAC_MQTT_PASSWORD"));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
        System.out.println("MQTT broker listens on port " + broker.port());
        new CountDownLatch(1).await();
    }

    /** To the standard error stream; the property must be set before the first logger exists. */
    private static void logWarnings() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        if (root.getHandlers().length == 0) {
            root.addHandler(new ConsoleHandler());
        }
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            System.err.println("The broker needs " + name);
            System.exit(2);
        }
        return value;
    }
}
