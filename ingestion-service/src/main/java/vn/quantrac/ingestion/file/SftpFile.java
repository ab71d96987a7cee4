package vn.quantrac.ingestion.file;

import java.io.IOException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jboss.logging.Logger;

/** A file that an SFTP client has open. */
final class SftpFile {
    private static final Logger LOG = Logger.getLogger(SftpFile.class);

    private final Upload upload;
    private final long sizeBefore;
    private final boolean append;

    private SftpFile(Upload upload, long sizeBefore, boolean append) {
        this.upload = upload;
        this.sizeBefore = sizeBefore;
        this.append = append;
    }

    /** @param flags as the library makes them of the version 3 flags */
    static SftpFile open(StationPlace place, String path, int flags) throws IOException {
        boolean append = (flags & SftpConstants.SSH_FXF_APPEND_DATA) != 0;
        int how = flags & SftpConstants.SSH_FXF_ACCESS_DISPOSITION;
        boolean replaces = how == SftpConstants.SSH_FXF_CREATE_NEW
                || how == SftpConstants.SSH_FXF_CREATE_TRUNCATE
                || how == SftpConstants.SSH_FXF_TRUNCATE_EXISTING;
        try {
            long size = replaces ? 0 : place.find(path).map(StoredFile::size).orElse(0L);
            return new SftpFile(size == 0 ? place.whole(path) : place.continued(path), size, append);
        } catch (UploadRefusedException e) {
            throw failure(e);
        }
    }

    /** @param offset is not meant when the file was opened to append */
    void write(long offset, byte[] data, int from, int length) throws IOException {
        long position = append ? size() : offset;
        if (position < 0) {
            throw new SftpException(SftpConstants.SSH_FX_FAILURE, "No such position");
        }
        try {
            upload.write(position, data, from, length);
        } catch (UploadRefusedException e) {
            throw failure(e);
        }
    }

    long size() {
        return upload.position(sizeBefore);
    }

    /** Returns after the commit. */
    void close() throws IOException {
        try {
            upload.end();
        } catch (UploadRefusedException e) {
            throw failure(e);
        }
    }

    void keep() {
        try {
            upload.keep();
        } catch (IOException e) {
            LOG.debug("Broken upload", e);
        }
    }

    private static SftpException failure(UploadRefusedException e) {
        return new SftpException(SftpConstants.SSH_FX_FAILURE, e.getMessage());
    }
}
