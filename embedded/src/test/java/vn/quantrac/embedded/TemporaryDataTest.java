package vn.quantrac.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemporaryDataTest {
    /** Starts a temporary server and waits to be killed. */
    static final class KilledRun {
        public static void main(String[] arguments) throws InterruptedException {
            Postgres postgres = Postgres.temporary();
            System.out.println(postgres.folder());
            Thread.sleep(60_000);
        }
    }

    @Test
    void what_a_killed_test_run_leaves_is_swept_by_the_next() throws Exception {
        Process run = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path folder = Path.of(new BufferedReader(new InputStreamReader(run.getInputStream())).readLine());
        run.destroyForcibly().waitFor();
        assertThat(processesOf(folder)).isNotEmpty();
        TemporaryData.create();
        assertThat(processesOf(folder)).isEmpty();
        assertThat(folder).doesNotExist();
    }

    private static List<ProcessHandle> processesOf(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(argument -> argument.startsWith(folder.toString())))
                .toList();
    }
}
