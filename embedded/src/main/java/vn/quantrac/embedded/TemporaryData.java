package vn.quantrac.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Data directories of temporary servers, each in a folder that carries the process id of its owner. */
final class TemporaryData {
    private TemporaryData() {}

    static Path create() {
        Path all = Cache.directory("temporary");
        try {
            sweep(all);
            Path folder = Files.createTempDirectory(all, ProcessHandle.current().pid() + "-");
            return folder.resolve("postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A killed test run leaves its servers and its files; the next one ends and deletes them. */
    private static void sweep(Path all) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, "[0-9]*-*")) {
            for (Path folder : folders) {
                long owner = Long.parseLong(folder.getFileName().toString().split("-", 2)[0]);
                if (ProcessHandle.of(owner).isEmpty()) {
                    killProcessesOf(folder);
                    Directories.delete(folder);
                }
            }
        }
    }

    /** PostgreSQL and Keycloak both carry their folder in the command line. */
    private static void killProcessesOf(Path folder) {
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(argument -> argument.contains(folder.toString())))
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        left.forEach(process -> process.onExit().join());
    }
}
