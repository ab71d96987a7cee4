package vn.quantrac.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir
    Path data;

    private Process process;

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void what_a_killed_run_left_is_ended_by_the_next() throws Exception {
        process = new ProcessBuilder("sleep", "60").start();
        new Leftovers(data).remember(process.pid());

        new Leftovers(data).end();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void somebody_elses_process_of_the_same_id_is_left_alone() throws Exception {
        process = new ProcessBuilder("sleep", "60").start();
        Files.writeString(data.resolve("processes"), process.pid() + " 2020-01-01T00:00:00Z\n");

        new Leftovers(data).end();

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void a_line_that_was_cut_short_is_passed_over() throws Exception {
        process = new ProcessBuilder("sleep", "60").start();
        new Leftovers(data).remember(process.pid());
        Files.writeString(
                data.resolve("processes"), "1234\n\nrubbish x\n" + Files.readString(data.resolve("processes")));

        new Leftovers(data).end();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
}
