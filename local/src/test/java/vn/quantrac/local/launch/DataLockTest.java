package vn.quantrac.local.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantrac.local.CannotRunException;

class DataLockTest {
    @TempDir
    Path data;

    @Test
    void a_folder_belongs_to_one_run_until_that_ends() {
        DataLock first = DataLock.of(data);
        assertThatThrownBy(() -> DataLock.of(data))
                .isInstanceOf(CannotRunException.class)
                .hasMessage(
                        "another run uses " + data + "; end it first, or choose another folder with QUANTRAC_DATA=…");
        first.close();
        assertThatCode(() -> DataLock.of(data).close()).doesNotThrowAnyException();
    }
}
