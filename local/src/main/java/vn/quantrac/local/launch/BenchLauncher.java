package vn.quantrac.local.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.quantrac.local.CannotRunException;
import vn.quantrac.local.bench.Bench;
import vn.quantrac.local.ingest.IngestBench;

/** {@code ./bench}: a suite without sample loggers, measured by a process beside it, and ended again. */
public final class BenchLauncher {
    private BenchLauncher() {}

    /** Exit code of the benchmark. Arguments are the benchmark's. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        Launcher.quietLogging();
        Progress progress = new Progress(System.err);
        Settings settings = Settings.from(Path.of("").toAbsolutePath(), System.getenv());
        int exitCode = 1;
        try {
            Suite suite = Suite.in(settings, progress);
            Thread end = new Thread(suite::close, "end");
            Runtime.getRuntime().addShutdownHook(end);
            ProcessBuilder bench = prepared(suite, arguments).inheritIO();
            bench.environment().putAll(suite.benchEnvironment());
            exitCode = bench.start().waitFor();
        } catch (CannotRunException e) {
            System.err.println("quantrac: " + e.getMessage());
        }
        System.exit(exitCode);
    }

    /** "ingest" measures the intake alone, so nothing runs behind it. */
    private static ProcessBuilder prepared(Suite suite, String[] arguments) throws InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("ingest")) {
            suite.start(List.of(Services.REGISTRY, Services.INGESTION, Services.GATEWAY), Map.of());
            suite.seedProvince();
            suite.seedLargeProvince(IngestBench.STATIONS);
            return new ProcessBuilder(
                    Jvm.main(IngestBench.class, 1024, Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        suite.start();
        suite.seedProvince();
        return new ProcessBuilder(Jvm.main(Bench.class, 512, arguments));
    }
}
