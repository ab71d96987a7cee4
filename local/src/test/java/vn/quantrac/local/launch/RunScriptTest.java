package vn.quantrac.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./run} says when the machine lacks something: one line, and exit code 1. */
class RunScriptTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    Path folder;

    @Test
    void a_missing_jdk_is_named_with_the_package_that_has_one() throws Exception {
        assertThat(refusal(Map.of("JAVA_HOME", folder.toString())))
                .startsWith("quantrac: no JDK found")
                .contains("openjdk-17-jdk-headless");
    }

    @Test
    void an_old_jdk_is_named_with_its_version() throws Exception {
        executable(folder.resolve("bin/javac"), "exit 0");
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"11.0.22\"\n");

        assertThat(refusal(Map.of("JAVA_HOME", folder.toString())))
                .startsWith("quantrac: the JDK at " + folder + " is version 11; 17 or newer is needed");
    }

    @Test
    void a_full_disk_is_named_with_what_is_left_and_what_is_needed() throws Exception {
        executable(folder.resolve("df"), "echo head; echo 'disk 1000 990 10 99% /'");

        assertThat(refusal(Map.of(
                        "PATH",
                        folder + ":" + System.getenv("PATH"),
                        "QUANTRAC_DATA",
                        folder.resolve("data").toString())))
                .isEqualTo("quantrac: the disk of " + folder.resolve("data")
                        + " has only 10 MB left; 1500 MB are needed.");
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_named() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(refusal(Map.of("QUANTRAC_DATA", file.resolve("data").toString())))
                .isEqualTo("quantrac: cannot write to " + file.resolve("data") + ".");
    }

    /** The one line on standard error. */
    private String refusal(Map<String, String> environment) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        ProcessBuilder run = new ProcessBuilder(ROOT.resolve("run").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        run.environment().put("JAVA_HOME", System.getProperty("java.home"));
        run.environment().putAll(environment);
        Process process = run.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        List<String> lines = Files.readAllLines(errors);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static void executable(Path path, String script) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
