package vn.quantrac.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The processes of a run that was itself killed: remembered in a file and ended by the next run. */
final class Leftovers {
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,18}) (\\S+)");

    private final Path file;

    Leftovers(Path data) {
        this.file = data.resolve("processes");
    }

    /** Start time beside the id: an id alone may belong to somebody else by then. */
    synchronized void remember(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> append(pid + " " + startOf(process)));
    }

    void end() {
        for (String line : lines()) {
            Matcher entry = ENTRY.matcher(line);
            // A run that was killed, or a disk that was full, may have left half a line.
            if (entry.matches()) {
                ProcessHandle.of(Long.parseLong(entry.group(1)))
                        .filter(process -> startOf(process).equals(entry.group(2)))
                        .ifPresent(Leftovers::end);
            }
        }
        forget();
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("-");
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
