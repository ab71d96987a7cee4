package vn.quantrac.ingestion.file;

import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.util.io.IoUtils;
import org.apache.sshd.sftp.common.SftpHelper;
import vn.quantrac.ingestion.telegram.TelegramFileName;

/** What SFTP says of files and folders. */
final class SftpAttributes {
    private SftpAttributes() {}

    static Map<String, Object> of(StoredFile file) {
        return file(file.size(), file.storedAt());
    }

    static Map<String, Object> file(long size, Instant modified) {
        FileTime time = FileTime.from(modified);
        return Map.of(
                IoUtils.REGFILE_VIEW_ATTR, true,
                IoUtils.PERMISSIONS_VIEW_ATTR, Set.of(PosixFilePermission.OWNER_WRITE),
                IoUtils.SIZE_VIEW_ATTR, size,
                IoUtils.LASTMOD_TIME_VIEW_ATTR, time,
                IoUtils.LASTACC_TIME_VIEW_ATTR, time);
    }

    static Map<String, Object> folder() {
        return Map.of(
                IoUtils.DIRECTORY_VIEW_ATTR,
                true,
                IoUtils.PERMISSIONS_VIEW_ATTR,
                Set.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE));
    }

    /** Every folder exists; a name with a dot, or as files of loggers have, is one of a file that does not. */
    static boolean mayBeFolder(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.indexOf('.') < 0 && TelegramFileName.station(name).isEmpty();
    }

    /** As {@code ls -l} writes it. */
    static String line(String name, Map<String, Object> attributes) {
        return attributes.isEmpty() ? name : SftpHelper.getLongName(name, attributes);
    }
}
