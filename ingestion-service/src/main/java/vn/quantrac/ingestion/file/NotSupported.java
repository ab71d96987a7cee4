package vn.quantrac.ingestion.file;

import org.apache.ftpserver.command.AbstractCommand;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/** Refuses a command, so that a logger sends the whole file under its name instead. */
final class NotSupported extends AbstractCommand {
    private final String command;

    NotSupported(String command) {
        this.command = command;
    }

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        session.write(new DefaultFtpReply(
                FtpReply.REPLY_502_COMMAND_NOT_IMPLEMENTED, command + " is not supported, use STOR"));
    }
}
