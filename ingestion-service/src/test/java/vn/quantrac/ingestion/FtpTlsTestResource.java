package vn.quantrac.ingestion;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A key store with a certificate that nobody has signed, for FTPS. */
public final class FtpTlsTestResource implements QuarkusTestResourceLifecycleManager {
    private static final String PASSWORD = "changeit";

    @Override
    public Map<String, String> start() {
        try {
            Path keystore = Files.createTempDirectory("ftps").resolve("keystore.p12");
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "RSA",
                            "-dname",
                            "CN=localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            keystore.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
            return Map.of(
                    "ingestion.ftp.keystore",
                    keystore.toString(),
                    "ingestion.ftp.keystore-password",
                    PASSWORD,
                    "ingestion.ftp.implicit-port",
                    "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        // The folder is the system's to clear.
    }
}
