package vn.quantrac.local.logger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.net.ftp.FTPClient;

/** Text files of TT 10/2021: one for each time of measurement, in the backlog one for each hour. */
final class FtpDoor implements Door {
    private static final Duration PATIENCE = Duration.ofSeconds(70);
    private static final int CONNECT_MILLIS = 5_000;

    private final InetSocketAddress address;
    private final String station;
    private final String secret;
    private FTPClient session;

    FtpDoor(InetSocketAddress address, String station, String secret) {
        this.address = address;
        this.station = station;
        this.secret = secret;
    }

    @Override
    public Optional<String> send(Telegram telegram) throws IOException {
        try {
            if (session == null) {
                session = signIn();
            }
            byte[] content = telegram.tt10().getBytes(StandardCharsets.UTF_8);
            if (!session.storeFile(telegram.fileName(), new ByteArrayInputStream(content))) {
                throw new IOException(session.getReplyString().strip());
            }
            return Optional.empty();
        } catch (IOException e) {
            rest();
            throw e;
        }
    }

    private FTPClient signIn() throws IOException {
        FTPClient client = new FTPClient();
        client.setConnectTimeout(CONNECT_MILLIS);
        client.setDefaultTimeout((int) PATIENCE.toMillis());
        client.setDataTimeout(PATIENCE);
        client.connect(address.getHostString(), address.getPort());
        client.enterLocalPassiveMode();
        if (!client.login(station, secret) || !client.setFileType(FTPClient.BINARY_FILE_TYPE)) {
            String reply = client.getReplyString().strip();
            client.disconnect();
            throw new IOException(reply);
        }
        return client;
    }

    /** A server ends a session that is silent for minutes; the next file begins a new one. */
    @Override
    public void rest() {
        if (session != null) {
            try {
                session.disconnect();
            } catch (IOException e) {
                // It is over either way.
            }
            session = null;
        }
    }
}
