package vn.quantrac.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A fresh MQTT broker for the tests of this JVM; sets QUANTRAC_MQTT_*. */
public final class BrokerTestResource implements QuarkusTestResourceLifecycleManager {
    private static final String USER = "quantrac";
    private static final String PASSWORD = "quantrac-test";

    private Path data;
    private Broker broker;

    @Override
    public Map<String, String> start() {
        try {
            data = Files.createTempDirectory("quantrac-broker-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        broker = Broker.start("localhost", 0, data, USER, PASSWORD);
        return Map.of(
                "QUANTRAC_MQTT_HOST",
                "localhost",
                "QUANTRAC_MQTT_PORT",
                Integer.toString(broker.port()),
                "QUANTRAC_MQTT_USER",
                USER,
                "QUANTRAC_MQTT_PASSWORD",
                PASSWORD);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(broker, new TestInjector.MatchesType(Broker.class));
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
            Directories.delete(data);
        }
    }
}
