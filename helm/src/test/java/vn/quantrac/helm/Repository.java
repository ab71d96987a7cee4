package vn.quantrac.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the files are that these tests check and render. */
final class Repository {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final Path CHART = ROOT.resolve("helm/quantrac");
    static final Path VALUES = ROOT.resolve("helm/values");
    static final Path MANIFESTS = ROOT.resolve("k8s");

    static final List<String> SERVICES =
            List.of("station-registry", "ingestion-service", "compliance-service", "publication-service", "gateway");

    private Repository() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files directly in a folder, by name. */
    static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
