package vn.quantrac.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the suite that is started again when it ends by itself. */
public final class Child {
    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;
    private long startedNanos;

    Child(String name, List<String> command, Map<String, String> environment, Path log) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.log = log;
    }

    /** A process whose command and environment are already known. */
    static Child of(String name, ProcessBuilder builder, Path log) {
        return new Child(name, builder.command(), builder.environment(), log);
    }

    public String name() {
        return name;
    }

    Path log() {
        return log;
    }

    synchronized void start() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Only what is meant for it: a variable of the person's shell must not change a service.
        builder.environment().keySet().removeIf(key -> key.startsWith("QUARKUS_") || key.startsWith("QUANTRAC_"));
        builder.environment().putAll(environment);
        startedNanos = System.nanoTime();
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    /** When it was last started, by {@link System#nanoTime()}. */
    synchronized long startedNanos() {
        return startedNanos;
    }

    /** The exit code of the last run; 128 + n when a signal n ended it. */
    synchronized int exitCode() {
        return process.exitValue();
    }

    synchronized long pid() {
        return process.pid();
    }

    /** Ends the process as a crash would: SIGKILL. */
    public synchronized void kill() {
        process.destroyForcibly();
    }

    synchronized void askToEnd() {
        if (process != null) {
            process.destroy();
        }
    }

    void awaitEnd(long millis) throws InterruptedException {
        Process ending = process;
        if (ending != null && !ending.waitFor(millis, TimeUnit.MILLISECONDS)) {
            ending.destroyForcibly().waitFor();
        }
    }
}
