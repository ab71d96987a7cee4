package vn.quantrac.ingestion.file;

import java.io.IOException;

/** A file, or a part of one, that is not stored; its logger is told so, and may send it again. */
final class UploadRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    enum Why {
        /** Larger than files may be. */
        TOO_LARGE(552),
        /** Too many others are being received. */
        NO_MEMORY(452),
        /** The database did not answer in time. */
        NOT_COMMITTED(451),
        /** Begins after the end of what is there of the file. */
        GAP(554),
        /** Not a name that files may have. */
        BAD_NAME(553);

        private final int ftpReply;

        Why(int ftpReply) {
            this.ftpReply = ftpReply;
        }

        /** The code by which FTP says it. */
        int ftpReply() {
            return ftpReply;
        }
    }

    private final Why why;

    UploadRefusedException(Why why, String message) {
        super(message);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
