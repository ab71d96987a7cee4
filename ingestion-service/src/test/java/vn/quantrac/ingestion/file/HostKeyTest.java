package vn.quantrac.ingestion.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostKeyTest {
    @TempDir
    Path folder;

    @Test
    void a_key_that_is_not_there_is_made_once_and_for_the_owner_only() throws Exception {
        Path file = folder.resolve("key");
        PublicKey made = publicKey(Optional.empty(), file);
        assertThat(publicKey(Optional.empty(), file)).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(publicKey(Optional.of(Files.readString(file)), folder.resolve("other")))
                .isEqualTo(made);
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void a_key_may_be_given_in_pem_and_must_be_one() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair key = generator.generateKeyPair();
        byte[] pkcs8 = key.getPrivate().getEncoded();
        String pem = pem("PRIVATE KEY", pkcs8);
        // As Helm's genPrivateKey and older programs write it: PKCS#1 is what PKCS#8 wraps.
        String older = pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
        assertThat(publicKey(Optional.of(older), folder.resolve("none"))).isEqualTo(key.getPublic());
        assertThat(publicKey(Optional.of(pem), folder.resolve("none"))).isEqualTo(key.getPublic());
        assertThatThrownBy(() -> publicKey(Optional.of("secret"), folder.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + kind + "-----\n";
    }

    private static PublicKey publicKey(Optional<String> given, Path file) throws Exception {
        return HostKey.of(new Config(given, file))
                .loadKeys(null)
                .iterator()
                .next()
                .getPublic();
    }

    private record Config(Optional<String> hostKey, Path hostKeyFile) implements SftpDoorConfig {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Optional<String> host() {
            return Optional.empty();
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public int sessions() {
            return 1;
        }

        @Override
        public Duration idle() {
            return Duration.ofMinutes(1);
        }
    }
}
