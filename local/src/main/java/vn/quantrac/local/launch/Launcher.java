package vn.quantrac.local.launch;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.quantrac.local.CannotRunException;

/** {@code ./run}: the whole suite with the sample province, until Ctrl-C. */
public final class Launcher {
    private static final Logger ROOT = Logger.getLogger("");

    private Launcher() {}

    /** Exit code 0 after Ctrl-C, 1 when the suite cannot run. */
    public static void main(String[] arguments) {
        ROOT.setLevel(Level.SEVERE);
        Progress progress = new Progress(System.out);
        try {
            Settings settings = Settings.from(Path.of("").toAbsolutePath(), System.getenv());
            Suite suite = Suite.in(settings, progress);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(suite, progress), "end"));
            progress.say(
                    "quantrac starts; data in %s, logs in %s",
                    settings.data(), settings.data().resolve("log"));
            suite.start();
            if (settings.sample()) {
                suite.startSample();
            }
            suite.sayThatItIsUp();
            suite.trainForFasterStarts();
            new CountDownLatch(1).await();
        } catch (CannotRunException e) {
            System.err.println("quantrac: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            System.err.println("quantrac: " + e.getMessage());
            ROOT.log(Level.SEVERE, "The suite did not start", e);
            System.exit(1);
        }
    }

    private static void end(Suite suite, Progress progress) {
        progress.say("");
        progress.say("quantrac ends ...");
        suite.close();
        progress.say("quantrac has ended.");
    }
}
