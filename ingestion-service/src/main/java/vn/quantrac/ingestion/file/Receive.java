package vn.quantrac.ingestion.file;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.ftpserver.command.AbstractCommand;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.DataType;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.ftpserver.impl.IODataConnectionFactory;
import org.apache.mina.transport.socket.SocketSessionConfig;
import org.jboss.logging.Logger;

/**
 * STOR, also after REST, and APPE. The reply 226 comes after the commit. Every byte is kept as it came, also in ASCII
 * mode, which is the default and would change line ends. What a broken connection had brought is stored too, without
 * a 226, so that the logger may resume.
 */
final class Receive extends AbstractCommand {
    private static final Logger LOG = Logger.getLogger(Receive.class);

    private final boolean append;

    Receive(boolean append) {
        this.append = append;
    }

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request)
            throws IOException, FtpException {
        try {
            session.write(answer(session, request.getArgument()));
        } finally {
            session.resetState();
            session.getDataConnection().closeDataConnection();
        }
    }

    private FtpReply answer(FtpIoSession session, String name) throws FtpException {
        if (name == null) {
            return reply(FtpReply.REPLY_501_SYNTAX_ERROR_IN_PARAMETERS_OR_ARGUMENTS, "A file name is needed");
        }
        if (session.getDataConnection() instanceof IODataConnectionFactory data && data.getInetAddress() == null) {
            return reply(FtpReply.REPLY_503_BAD_SEQUENCE_OF_COMMANDS, "PORT or PASV must be issued first");
        }
        try {
            FtpFile file = session.getFileSystemView().getFile(name);
            long position = append ? file.getSize() : session.getFileOffset();
            return received(session, ((StationFile) file).receive(position), position);
        } catch (UploadRefusedException e) {
            return reply(e.why().ftpReply(), e.getMessage());
        }
    }

    private static FtpReply received(FtpIoSession session, Upload upload, long position) throws UploadRefusedException {
        // Else the second of two replies waits until the logger's system has confirmed the first: 40 ms for each file.
        if (session.getConfig() instanceof SocketSessionConfig socket) {
            socket.setTcpNoDelay(true);
        }
        session.write(reply(FtpReply.REPLY_150_FILE_STATUS_OKAY, "Send it"));
        DataConnection connection;
        try {
            connection = session.getDataConnection().openConnection();
        } catch (Exception e) {
            LOG.debug("Data connection", e);
            return reply(FtpReply.REPLY_425_CANT_OPEN_DATA_CONNECTION, "No data connection");
        }
        try {
            session.setDataType(DataType.BINARY);
            connection.transferFromClient(session.getFtpletSession(), new Positioned(upload, position));
        } catch (IOException e) {
            LOG.debug("Transfer", e);
            return broken(upload);
        }
        try {
            upload.end();
            return reply(FtpReply.REPLY_226_CLOSING_DATA_CONNECTION, "Stored");
        } catch (UploadRefusedException e) {
            throw e;
        } catch (IOException e) {
            return reply(FtpReply.REPLY_451_REQUESTED_ACTION_ABORTED, e.getMessage());
        }
    }

    private static FtpReply broken(Upload upload) throws UploadRefusedException {
        try {
            upload.keep();
        } catch (UploadRefusedException e) {
            throw e;
        } catch (IOException e) {
            LOG.debug("Broken transfer", e);
        }
        return reply(FtpReply.REPLY_426_CONNECTION_CLOSED_TRANSFER_ABORTED, "The connection broke, resume or repeat");
    }

    private static FtpReply reply(int code, String text) {
        return new DefaultFtpReply(code, text);
    }

    /** The bytes one after the other, from a position on. */
    private static final class Positioned extends OutputStream {
        /** A logger does not hear a reply while it sends, so what is refused is read on so far. */
        private static final long MOST_UNHEARD = 64L << 20;

        private final Upload upload;
        private long position;
        private long unheard;

        Positioned(Upload upload, long position) {
            this.upload = upload;
            this.position = position;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                upload.write(position, bytes, from, length);
                position += length;
            } catch (UploadRefusedException e) {
                unheard += length;
                if (unheard > MOST_UNHEARD) {
                    throw e;
                }
            }
        }
    }
}
