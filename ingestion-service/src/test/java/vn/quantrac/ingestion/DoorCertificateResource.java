package vn.quantrac.ingestion;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Gives the MQTT door a certificate, and ports for every transport. */
public final class DoorCertificateResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("door");
            Path certificate = folder.resolve("tls.crt");
            Path key = folder.resolve("tls.key");
            TestCertificate.of("the door").writePem(certificate, key);
            return Map.of(
                    "ingestion.mqtt.tls-port", "0",
                    "ingestion.mqtt.web-socket-port", "0",
                    "ingestion.mqtt.web-socket-tls-port", "0",
                    "ingestion.mqtt.certificate", certificate.toString(),
                    "ingestion.mqtt.key", key.toString(),
                    "ingestion.mqtt.certificate-poll", "0.3s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The files are of the temporary folder.
    }
}
