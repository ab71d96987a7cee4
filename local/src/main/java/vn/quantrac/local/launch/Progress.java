package vn.quantrac.local.launch;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the person at the terminal sees while the suite starts and runs. */
final class Progress {
    private final PrintStream out;
    private final long began = System.nanoTime();

    /** Names have Vietnamese marks, whatever the locale of the shell. */
    Progress(PrintStream out) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    synchronized void done(String format, Object... arguments) {
        out.printf(Locale.ROOT, "  %5.1f s  %s%n", (System.nanoTime() - began) / 1e9, format.formatted(arguments));
        out.flush();
    }

    synchronized void say(String format, Object... arguments) {
        out.println(format.formatted(arguments));
        out.flush();
    }

    synchronized void warn(String format, Object... arguments) {
        out.println("  ! " + format.formatted(arguments));
        out.flush();
    }
}
