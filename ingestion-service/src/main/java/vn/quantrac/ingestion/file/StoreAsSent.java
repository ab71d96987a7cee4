package vn.quantrac.ingestion.file;

import java.io.IOException;
import org.apache.ftpserver.command.impl.STOR;
import org.apache.ftpserver.ftplet.DataType;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/** STOR that keeps every byte also in ASCII mode, which is the default and would change line ends. */
final class StoreAsSent extends STOR {
    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request)
            throws IOException, FtpException {
        session.setDataType(DataType.BINARY);
        super.execute(session, context, request);
    }
}
