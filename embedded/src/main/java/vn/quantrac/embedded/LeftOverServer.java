package vn.quantrac.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The PostgreSQL server of a data directory as {@code postmaster.pid} names it: ours, or left by a killed run. */
record LeftOverServer(ProcessHandle postmaster) {
    private static final int STOP_SECONDS = 10;

    /** Empty when no server runs on this directory; a stale pid file is removed, since a reused pid would block the start. */
    static Optional<LeftOverServer> of(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile);
            Optional<ProcessHandle> postmaster = lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).trim()));
            if (postmaster.isPresent() && serves(postmaster.get(), data)) {
                return postmaster.map(LeftOverServer::new);
            }
            Files.deleteIfExists(pidFile);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean serves(ProcessHandle process, Path data) {
        return process.info().arguments().stream()
                .flatMap(Stream::of)
                .anyMatch(argument -> argument.equals(data.toString()));
    }

    /** Ends sessions and writes a checkpoint; a server that does not obey is killed and recovers at its next start. */
    void stop() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .start()
                    .waitFor();
            postmaster.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        } catch (Exception e) {
            kill();
        }
    }

    /** As a power cut would: the server and all its workers at once. */
    void kill() {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }
}
