package vn.quantrac.ingestion.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.jboss.logging.Logger;

/** The key by which loggers know the SFTP door again; RSA, which old ones know too. */
final class HostKey {
    private static final Logger LOG = Logger.getLogger(HostKey.class);
    private static final int BITS = 3072;

    private HostKey() {}

    /** @throws IllegalArgumentException when the configured key is none */
    static KeyPairProvider of(SftpDoorConfig config) throws IOException {
        return config.hostKey().isPresent()
                ? given(config.hostKey().get())
                : kept(config.hostKeyFile().toAbsolutePath());
    }

    private static KeyPairProvider given(String text) throws IOException {
        try {
            Iterable<KeyPair> keys = SecurityUtils.loadKeyPairIdentities(
                    null,
                    NamedResource.ofName("SFTP host key"),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)),
                    FilePasswordProvider.EMPTY);
            if (keys == null || !keys.iterator().hasNext()) {
                throw new IllegalArgumentException("The SFTP host key is not a private key in PEM or OpenSSH form");
            }
            return KeyPairProvider.wrap(keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The SFTP host key cannot be read", e);
        }
    }

    private static KeyPairProvider kept(Path file) throws IOException {
        boolean isNew = Files.notExists(file);
        SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider(file);
        key.setAlgorithm("RSA");
        key.setKeySize(BITS);
        // Others than the owner may read it where it is mounted from a Secret.
        key.setStrictFilePermissions(false);
        key.loadKeys(null);
        if (isNew) {
            LOG.warnf("Made the SFTP host key %s; keep it, and give all replicas the same one", file);
            if (Files.exists(file) && Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        return key;
    }
}
