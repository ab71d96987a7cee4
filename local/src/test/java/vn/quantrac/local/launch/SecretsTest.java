package vn.quantrac.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path data;

    @Test
    void a_secret_is_made_once_and_only_its_owner_reads_it() throws Exception {
        Secrets secrets = new Secrets(data);
        String mqtt = secrets.of("mqtt");
        String database = secrets.of("db.ingestion");

        assertThat(mqtt).hasSize(32).isNotEqualTo(database);
        assertThat(secrets.of("mqtt")).isEqualTo(mqtt);
        assertThat(new Secrets(data).of("mqtt")).isEqualTo(mqtt);
        assertThat(new Secrets(data).of("db.ingestion")).isEqualTo(database);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }
}
