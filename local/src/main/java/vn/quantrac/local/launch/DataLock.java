package vn.quantrac.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.quantrac.local.CannotRunException;

/** A data folder belongs to one run at a time; the lock ends with the process, however that ends. */
final class DataLock implements AutoCloseable {
    private final FileChannel file;

    private DataLock(FileChannel file) {
        this.file = file;
    }

    /** @throws CannotRunException when another run has the folder */
    static DataLock of(Path data) {
        FileChannel file = null;
        try {
            file = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock != null) {
                return new DataLock(file);
            }
        } catch (OverlappingFileLockException e) {
            // Said below: the other run is in this process.
        } catch (IOException e) {
            throw new CannotRunException("cannot write to " + data + ": " + e.getMessage());
        }
        close(file);
        throw new CannotRunException(
                "another run uses " + data + "; end it first, or choose another folder with QUANTRAC_DATA=…");
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(file);
    }
}
