package vn.quantrac.local.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a limited size, in memory; only root can make one. */
final class SmallDisk implements AutoCloseable {
    private static final byte[] BLOCK = new byte[4096];

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Unmounts what a killed run has left. */
    static void release(Path folder) throws InterruptedException {
        try {
            run("umount", folder.toString());
        } catch (IOException e) {
            // Nothing is left, as it should be.
        }
    }

    /** @throws IOException when this user or this machine may not mount */
    static SmallDisk at(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + megabytes + "m", "quantrac-test", folder.toString());
        return new SmallDisk(folder);
    }

    /** To the last byte. */
    void fill() throws IOException {
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(BLOCK);
            }
        } catch (IOException full) {
            if (folder.toFile().getUsableSpace() >= BLOCK.length) {
                throw full;
            }
        }
    }

    void makeSpace() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", folder.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
