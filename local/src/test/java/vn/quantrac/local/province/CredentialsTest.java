package vn.quantrac.local.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantrac.local.CannotRunException;

class CredentialsTest {
    @TempDir
    Path folder;

    @Test
    void a_secret_is_kept_for_the_next_run_and_for_its_owner_only() throws Exception {
        Path file = folder.resolve("credentials.json");
        Credentials credentials = Credentials.in(file);
        assertThat(credentials.knows("HG_GIAY_NUO001")).isFalse();

        credentials.put("HG_GIAY_NUO001", "one");
        credentials.put("HG_THSA_NUO001", "two");
        credentials.put("HG_GIAY_NUO001", "three");

        assertThat(Credentials.in(file).secretOf("HG_GIAY_NUO001")).isEqualTo("three");
        assertThat(Credentials.in(file).secretOf("HG_THSA_NUO001")).isEqualTo("two");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_station_without_a_secret_is_named() {
        assertThatThrownBy(() -> Credentials.in(folder.resolve("none")).secretOf("HG_XANO_NUO001"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HG_XANO_NUO001");
    }

    @Test
    void a_file_that_is_no_json_is_said_in_one_line() throws Exception {
        Path file = Files.writeString(folder.resolve("credentials.json"), "{\"HG_GIAY_NUO001\": \n \n half");

        assertThatThrownBy(() -> Credentials.in(file))
                .isInstanceOf(CannotRunException.class)
                .hasMessageStartingWith("the station credentials in " + file + " cannot be read")
                .message()
                .hasLineCount(1);
    }
}
