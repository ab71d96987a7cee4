package vn.quantrac.local.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.quantrac.local.CannotRunException;

/** {@code ./run}: the whole suite with the sample province, until Ctrl-C. */
public final class Launcher {
    private Launcher() {}

    /** Exit code 1 when the suite cannot run, and that of the signal after one, 130 for Ctrl-C. */
    public static void main(String[] arguments) {
        quietLogging();
        Progress progress = new Progress(System.out);
        try {
            Settings settings = Settings.from(Path.of("").toAbsolutePath(), System.getenv());
            Suite suite = Suite.in(settings, progress);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(suite, progress), "end"));
            progress.say(
                    "quantrac starts; data in %s, logs in %s",
                    settings.data(), settings.data().resolve("log"));
            run(suite, settings);
        } catch (CannotRunException e) {
            giveUp(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            giveUp(e.toString());
        }
    }

    private static void run(Suite suite, Settings settings) throws InterruptedException {
        try {
            suite.start();
            if (settings.sample()) {
                suite.startSample();
            }
            suite.sayThatItIsUp();
            suite.trainForFasterStarts();
        } catch (CannotRunException e) {
            throw e;
        } catch (RuntimeException e) {
            if (suite.isEnding()) {
                // Ctrl-C ends what was being started, too.
                throw new InterruptedException(e.getMessage());
            }
            throw new CannotRunException(e.getMessage() + " (details in " + keep(e, settings) + ")");
        }
        new CountDownLatch(1).await();
    }

    /** The logs of libraries in this process are for its developers. */
    static void quietLogging() {
        System.setProperty("java.util.logging.manager", Jvm.LOG_MANAGER);
        Logger.getLogger("").setLevel(Level.OFF);
    }

    private static Path keep(RuntimeException e, Settings settings) {
        Path file = settings.data().resolve("log").resolve("launcher.log");
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        try {
            Files.writeString(file, Instant.now() + " " + trace);
        } catch (IOException full) {
            // Then the one line must do.
        }
        return file;
    }

    private static void giveUp(String message) {
        System.err.println("quantrac: " + message.lines().findFirst().orElse(""));
        System.exit(1);
    }

    private static void end(Suite suite, Progress progress) {
        progress.say("");
        progress.say("quantrac ends ...");
        suite.close();
        progress.say("quantrac has ended.");
    }
}
