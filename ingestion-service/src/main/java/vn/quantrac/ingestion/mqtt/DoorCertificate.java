package vn.quantrac.ingestion.mqtt;

import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jboss.logging.Logger;

/**
 * The certificate that the door shows. It is read again when its files change, as whoever renews certificates replaces
 * them: handshakes from then on see the new one, and connections go on.
 */
final class DoorCertificate extends X509ExtendedKeyManager {
    private static final Logger LOG = Logger.getLogger(DoorCertificate.class);

    private final KeyCertOptions options;
    private final List<Path> files;
    private final Vertx vertx;
    private final long timer;
    private List<byte[]> seen;
    private volatile X509ExtendedKeyManager current;

    private DoorCertificate(KeyCertOptions options, List<Path> files, MqttDoorConfig config, Vertx vertx)
            throws Exception {
        this.options = options;
        this.files = files;
        this.vertx = vertx;
        this.seen = read();
        this.current = load();
        this.timer = vertx.setPeriodic(
                config.certificatePoll().toMillis(), now -> vertx.executeBlocking(this::lookAgain, true));
    }

    /** @throws IllegalStateException when none is configured */
    static DoorCertificate of(MqttDoorConfig config, Vertx vertx) throws Exception {
        if (config.keystore().isPresent()) {
            Path keystore = config.keystore().get();
            PfxOptions options = new PfxOptions()
                    .setPath(keystore.toString())
                    .setPassword(config.keystorePassword().orElse(""));
            return new DoorCertificate(options, List.of(keystore), config, vertx);
        }
        if (config.certificate().isEmpty() || config.key().isEmpty()) {
            throw new IllegalStateException("MQTT over TLS needs ingestion.mqtt.certificate and ingestion.mqtt.key,"
                    + " or ingestion.mqtt.keystore");
        }
        Path certificate = config.certificate().get();
        Path key = config.key().get();
        PemKeyCertOptions options =
                new PemKeyCertOptions().setCertPath(certificate.toString()).setKeyPath(key.toString());
        return new DoorCertificate(options, List.of(certificate, key), config, vertx);
    }

    private List<byte[]> read() throws IOException {
        return List.of(Files.readAllBytes(files.get(0)), Files.readAllBytes(files.get(files.size() - 1)));
    }

    private X509ExtendedKeyManager load() throws Exception {
        return Stream.of(options.copy().getKeyManagerFactory(vertx).getKeyManagers())
                .filter(X509ExtendedKeyManager.class::isInstance)
                .map(X509ExtendedKeyManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No key in " + files));
    }

    private Void lookAgain() {
        try {
            List<byte[]> now = read();
            if (!Arrays.deepEquals(now.toArray(), seen.toArray())) {
                current = load();
                seen = now;
                LOG.infof("The certificate of the MQTT door was read again from %s", files);
            }
        } catch (Exception e) {
            // Perhaps only one of two files is there yet; the certificate at hand serves until they fit.
            LOG.warnf("The certificate of the MQTT door is not read again: %s", e.getMessage());
        }
        return null;
    }

    void close() {
        vertx.cancelTimer(timer);
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return current.chooseEngineServerAlias(keyType, issuers, engine);
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return current.chooseServerAlias(keyType, issuers, socket);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return current.getServerAliases(keyType, issuers);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return current.getCertificateChain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return current.getPrivateKey(alias);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        throw new UnsupportedOperationException("The door connects to nobody");
    }

    @Override
    public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
        throw new UnsupportedOperationException("The door connects to nobody");
    }
}
