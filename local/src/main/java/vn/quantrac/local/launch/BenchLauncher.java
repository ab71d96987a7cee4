package vn.quantrac.local.launch;

import java.io.IOException;
import java.nio.file.Path;
import vn.quantrac.local.CannotRunException;
import vn.quantrac.local.bench.Bench;

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
            suite.start();
            suite.seedProvince();
            ProcessBuilder bench = new ProcessBuilder(Jvm.main(Bench.class, 512, arguments)).inheritIO();
            bench.environment().putAll(suite.benchEnvironment());
            exitCode = bench.start().waitFor();
        } catch (CannotRunException e) {
            System.err.println("quantrac: " + e.getMessage());
        }
        System.exit(exitCode);
    }
}
