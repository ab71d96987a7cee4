package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that is made from others: compared, or written when the build is told to render. */
final class Generated {
    private static final boolean RENDER = System.getProperty("render") != null;
    private static final String COMMAND = "./mvnw -pl helm test -Dtest=GeneratedFilesTest,DockerfileTest -Drender";

    private Generated() {}

    static boolean rendering() {
        return RENDER;
    }

    static void check(Path file, String expected) {
        if (RENDER) {
            write(file, expected);
        }
        assertThat(file).as("%s; made by %s", file.getFileName(), COMMAND).exists();
        assertThat(Repository.read(file))
                .as("%s differs from what it is made from: run %s", file.getFileName(), COMMAND)
                .isEqualTo(expected);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
